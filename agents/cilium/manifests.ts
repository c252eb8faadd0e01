import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { listedRanges, type ManifestFacts, type ManifestReader } from "../facts-of-manifests";
import { entry, imageTag, type Manifest, ofKind } from "../manifest";
import { unnamedCluster } from "./facts";

const CONFIG_MAP = "cilium-config";
const DAEMON_SET = "cilium";
const AGENT = "cilium-agent";
/** Holds how to reach other clusters, one entry each. */
const MESH = "cilium-clustermesh";

/** Whether an object is one of Cilium's that says something of addresses, encryption or other clusters. */
export function isCilium({ group, kind, name }: Manifest): boolean {
  if (kind === "ConfigMap") return name === CONFIG_MAP;
  if (kind === "Secret") return name === MESH;
  return group === "apps" && kind === "DaemonSet" && name === DAEMON_SET;
}

/** Cilium by its configuration, as its chart writes it (cilium/charts 1.17 to 1.20, `cilium-configmap.yaml`, 2026-08-03). */
export const readCiliumManifests: ManifestReader = (place): ManifestFacts | undefined => {
  const [config] = ofKind(place, "ConfigMap", CONFIG_MAP);
  const [daemons] = ofKind(place, "DaemonSet", DAEMON_SET);
  const main = config ?? daemons;
  if (!main) return undefined;
  // Without its configuration, another has written it.
  const of = (key: string) => (config ? entry(config, key) : UNKNOWN);
  const id = of("cluster-id") ?? "0";
  const mtu = of("mtu") ?? "0";
  const origin = { urn: main.resource.urn, property: "data" };
  return {
    kind: "cilium",
    main: main.resource,
    told: {
      clusterName: of("cluster-name") ?? unnamedCluster,
      clusterId: numberOf(id),
      encryption: encryptionOf(of("enable-wireguard"), of("enable-ipsec")),
      routing: routingOf(of("routing-mode"), of("tunnel")),
      mtu: numberOf(mtu),
      ...(ofKind(place, "Secret", MESH).length > 0 ? { peers: UNKNOWN } : {}),
      ...(daemons ? { version: imageTag(daemons, AGENT) } : {}),
      origin,
    },
    defaults: { encryption: UNKNOWN, routing: UNKNOWN, mtu: UNKNOWN },
    ranges: podsOf(of("ipam"), of("cluster-pool-ipv4-cidr")).flatMap((cidr) =>
      listedRanges("pods", cidr, { ...origin, property: "data.cluster-pool-ipv4-cidr" }),
    ),
  };
};

function encryptionOf(
  wireguard: OrUnknown<string> | undefined,
  ipsec: OrUnknown<string> | undefined,
): OrUnknown<Encryption> {
  if (wireguard === "true") return "wireguard";
  if (ipsec === "true") return "ipsec";
  return isUnknown(wireguard) || isUnknown(ipsec) ? UNKNOWN : "none";
}

/** `tunnel: disabled` up to 1.13, `routing-mode` since. */
function routingOf(
  mode: OrUnknown<string> | undefined,
  tunnel: OrUnknown<string> | undefined,
): OrUnknown<string> {
  if (mode !== undefined) return mode;
  if (isUnknown(tunnel)) return UNKNOWN;
  return tunnel === "disabled" ? "native" : "tunnel";
}

/** Only the cluster-pool mode has ranges of its own. */
function podsOf(
  mode: OrUnknown<string> | undefined,
  pool: OrUnknown<string> | undefined,
): (OrUnknown<string> | undefined)[] {
  if (isUnknown(mode)) return [UNKNOWN];
  return mode === undefined || mode.startsWith("cluster-pool") ? [pool ?? UNKNOWN] : [];
}

function numberOf(written: OrUnknown<string>): OrUnknown<number> {
  return isUnknown(written) || !/^\d+$/.test(written) ? UNKNOWN : Number(written);
}
