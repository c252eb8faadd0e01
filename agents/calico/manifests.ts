import { flag, number, text, texts, valueAt } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { listedRanges, type ManifestFacts, type ManifestReader, type ToldRange } from "../facts-of-manifests";
import { entry, imageTag, type Manifest, ofKind, type Place, variableText } from "../manifest";
import { poolsOf } from "./pools";

/** Objects by their kind and name; those of `projectcalico.org` go by their kind alone. */
const NAMED: Record<string, string> = { ConfigMap: "calico-config", DaemonSet: "calico-node" };
const KINDS = ["IPPool", "FelixConfiguration"];

const CONTAINER = "calico-node";

/** Whether an object is one of Calico's that says something of addresses or encryption. */
export function isCalico({ group, kind, name }: Manifest): boolean {
  if (group === "operator.tigera.io") return kind === "Installation";
  if (/(^|\.)projectcalico\.org$/.test(group)) return KINDS.includes(kind);
  return Object.hasOwn(NAMED, kind) && NAMED[kind] === name;
}

/**
 * Calico by its operator's Installation, by its own manifest (`calico-node`, `calico-config`), and by pools and Felix's configuration
 * that stand beside either, or beside its chart (API of v3.32.1, 2026-06-24).
 */
export const readCalicoManifests: ManifestReader = (place): ManifestFacts | undefined => {
  const [installation] = ofKind(place, "Installation");
  const [daemons] = ofKind(place, "DaemonSet", NAMED.DaemonSet);
  const [config] = ofKind(place, "ConfigMap", NAMED.ConfigMap);
  const pools = ofKind(place, "IPPool");
  const [felix] = ofKind(place, "FelixConfiguration", "default");
  const installed = installation ?? daemons ?? config;
  const main = installed ?? pools[0] ?? felix;
  if (!main) return undefined;
  const encryption = encryptionOf(daemons, felix);
  const parts = [
    ...(installation ? [installationPart(installation, place)] : []),
    ...(daemons ? [daemonsPart(daemons)] : []),
    ...(pools.length > 0 ? [poolsPart(pools)] : []),
  ];
  const routing = parts.map((part) => part.routing).find((one) => one !== undefined);
  return {
    kind: "calico",
    main: main.resource,
    told: {
      ...(encryption === undefined ? {} : { encryption }),
      ...(routing === undefined ? {} : { routing }),
      ...mtuOf(installation, config),
      ...(daemons ? { version: imageTag(daemons, CONTAINER) } : {}),
      // Whoever mends the encryption does it there.
      ...(felix ? { origin: { urn: felix.resource.urn, property: "spec" } } : {}),
    },
    // Felix encrypts nothing unless it is told to; where it is installed by somebody else, it may be told by them.
    defaults: { encryption: installed ? "none" : UNKNOWN, routing: UNKNOWN, mtu: installed ? 0 : UNKNOWN },
    ranges: parts.flatMap((part) => part.ranges),
    assumed: parts.flatMap((part) => part.assumed),
  };
};

/** What one way to install says of addresses. */
interface Part {
  routing?: OrUnknown<string>;
  ranges: ToldRange[];
  assumed: ToldRange[];
}

function installationPart({ resource }: Manifest, place: Place): Part {
  const { cidrs, assumed, routing } = poolsOf(valueAt(resource.props, "spec") ?? {}, place.cloud);
  const origin = { urn: resource.urn, property: "spec.calicoNetwork.ipPools" };
  const of = (cidr: OrUnknown<string>): ToldRange => ({ use: "pods", cidr, origin });
  return {
    // A pool that nobody names here may be an object's.
    ...(assumed.length > 0 ? {} : { routing }),
    ranges: isUnknown(cidrs) ? [of(UNKNOWN)] : cidrs.map(of),
    assumed: assumed.map(of),
  };
}

/** Where no pool is named, `calico-node` takes the first of several that is free in its cluster ("Configuring calico/node", v3.32). */
function daemonsPart(daemons: Manifest): Part {
  const origin = { urn: daemons.resource.urn, property: "spec.template.spec.containers" };
  const of = (name: string) => variableText(daemons, CONTAINER, name);
  const cidrs = [of("CALICO_IPV4POOL_CIDR"), of("CALICO_IPV6POOL_CIDR")];
  const ranges = cidrs.flatMap((cidr) => listedRanges("pods", cidr, origin));
  const without = of("NO_DEFAULT_POOLS") === "true" || of("CALICO_NETWORKING_BACKEND") === "none";
  if (without) return { ranges, assumed: [] };
  const modes = [of("CALICO_IPV4POOL_IPIP"), of("CALICO_IPV4POOL_VXLAN")];
  return {
    routing: routingOf(modes),
    ranges,
    assumed: [{ use: "pods", cidr: UNKNOWN, origin }],
  };
}

/** Pools for load balancers' addresses are no pods'. */
function poolsPart(pools: Manifest[]): Part {
  const ofPods = pools.filter(({ resource }) => {
    const uses = texts(resource.props, "spec.allowedUses");
    return uses === undefined || isUnknown(uses) || uses.some((use) => use !== "LoadBalancer");
  });
  const routings = ofPods.map(({ resource }) =>
    routingOf(["ipipMode", "vxlanMode"].map((mode) => text(resource.props, `spec.${mode}`))),
  );
  return {
    routing: routings.includes("tunnel") ? "tunnel" : routings.some(isUnknown) ? UNKNOWN : "native",
    ranges: ofPods.map(({ resource }) => ({
      use: "pods",
      cidr: text(resource.props, "spec.cidr") ?? UNKNOWN,
      origin: { urn: resource.urn, property: "spec.cidr" },
    })),
    assumed: [],
  };
}

/** Neither is on where it is not said. */
function routingOf(modes: (OrUnknown<string> | undefined)[]): OrUnknown<string> {
  const on = modes.filter(
    (mode) => mode !== undefined && !/^(never|off|)$/i.test(isUnknown(mode) ? "?" : mode),
  );
  if (on.some((mode) => !isUnknown(mode))) return "tunnel";
  return on.length > 0 ? UNKNOWN : "native";
}

/** The variable wins over the object, as every variable of Felix does ("Configuring Felix", v3.32). */
function encryptionOf(
  daemons: Manifest | undefined,
  felix: Manifest | undefined,
): OrUnknown<Encryption> | undefined {
  const set = daemons && variableText(daemons, CONTAINER, "FELIX_WIREGUARDENABLED");
  if (isUnknown(set)) return UNKNOWN;
  if (set !== undefined && set !== "") return /^(true|1|yes|y|t)$/i.test(set) ? "wireguard" : "none";
  if (!felix) return undefined;
  const enabled = flag(felix.resource.props, "spec.wireguardEnabled") ?? false;
  if (isUnknown(enabled)) return UNKNOWN;
  return enabled ? "wireguard" : "none";
}

/** Calico is told the pods' MTU, from which the underlay's does not follow; 0: it looks at the node's own. */
function mtuOf(
  installation: Manifest | undefined,
  config: Manifest | undefined,
): { mtu?: OrUnknown<number> } {
  if (installation) {
    const mtu = number(installation.resource.props, "spec.calicoNetwork.mtu") ?? 0;
    return { mtu: mtu === 0 ? 0 : UNKNOWN };
  }
  const written = config && entry(config, "veth_mtu");
  if (written === undefined) return {};
  return { mtu: written === "0" ? 0 : UNKNOWN };
}
