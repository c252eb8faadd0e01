import { flag, number, text } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { listedRanges, type ManifestFacts, type ManifestReader } from "../facts-of-manifests";
import { entry, imageTag, type Manifest, ofKind, parsed } from "../manifest";

/** Flannel's own manifest, and Canal's, which is Flannel with Calico's policies. */
const CONFIG_MAPS = ["kube-flannel-cfg", "canal-config"];
const DAEMON_SETS = ["kube-flannel-ds", "canal"];

const CONFIG = "net-conf.json";

/** Whether an object is one of Flannel's. */
export function isFlannel({ group, kind, name }: Manifest): boolean {
  if (kind === "ConfigMap") return CONFIG_MAPS.includes(name);
  return group === "apps" && kind === "DaemonSet" && DAEMON_SETS.includes(name);
}

/**
 * Flannel by its manifest. The backend is UDP where none is named (flannel-io/flannel, Documentation/configuration.md@0398238 and
 * pkg/subnet/config.go@0f89b8d, read 2026-11-24), although its chart and its own manifest name VXLAN.
 */
export const readFlannelManifests: ManifestReader = (place): ManifestFacts | undefined => {
  const [config] = ofKind(place, "ConfigMap").filter(isFlannel);
  const [daemons] = ofKind(place, "DaemonSet").filter(isFlannel);
  const main = config ?? daemons;
  if (!main) return undefined;
  // A daemon set without its configuration here has one that somebody else made.
  const network = config ? parsed(entry(config, CONFIG) ?? UNKNOWN) : UNKNOWN;
  const backend = lowerCase(text(network, "Backend.Type") ?? "udp");
  const origin = { urn: main.resource.urn, property: `data.${CONFIG}` };
  return {
    kind: "flannel",
    main: main.resource,
    told: {
      encryption: encryptionOf(backend),
      routing: isUnknown(backend) ? UNKNOWN : backend === "host-gw" ? "native" : "tunnel",
      mtu: number(network, "Backend.MTU") ?? 0,
      ...(daemons ? { version: imageTag(daemons, "kube-flannel") } : {}),
      origin,
    },
    defaults: { encryption: UNKNOWN, routing: UNKNOWN, mtu: UNKNOWN },
    ranges: rangesOf(network).flatMap((cidr) => listedRanges("pods", cidr, origin)),
  };
};

/** One of each family that is on; UNKNOWN where the configuration is. */
function rangesOf(network: unknown): (OrUnknown<string> | undefined)[] {
  if (isUnknown(network)) return [UNKNOWN];
  const families = [
    { on: flag(network, "EnableIPv4") ?? true, cidr: text(network, "Network") },
    { on: flag(network, "EnableIPv6") ?? false, cidr: text(network, "IPv6Network") },
  ];
  // A family that is on needs its range.
  return families.flatMap(({ on, cidr }) => (on === false ? [] : [cidr ?? UNKNOWN]));
}

function encryptionOf(backend: OrUnknown<string>): OrUnknown<Encryption> {
  if (isUnknown(backend)) return UNKNOWN;
  return backend === "wireguard" || backend === "ipsec" ? backend : "none";
}

function lowerCase(value: OrUnknown<string>): OrUnknown<string> {
  return isUnknown(value) ? value : value.toLowerCase();
}
