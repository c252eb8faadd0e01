import { flag, list, number, text, valueAt } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { type AgentReader, agentFact, podRanges } from "../facts-of-release";
import { type ChartRelease, setting } from "../release";
import { defaultPodRanges, unnamedCluster } from "./facts";

const POOL = "ipam.operator.clusterPoolIPv4PodCIDRList";

/** A release of Cilium's chart. What is not set has the default of charts 1.17 to 1.20 (cilium/charts, 2026-08-03). */
export const readCilium: AgentReader = (release) => {
  const clusterName = setting(release, "cluster.name", text, unnamedCluster);
  return {
    agent: agentFact(release, {
      kind: "cilium",
      clusterName,
      clusterId: setting(release, "cluster.id", number, 0),
      encryption: readEncryption(release),
      routing: readRouting(release),
      mtu: setting(release, "MTU", number, 0),
      peers: readPeers(release, clusterName),
      tunnelProtocol: readTunnelProtocol(release),
      strict: readStrict(release),
      chaining: setting(release, "cni.chainingMode", text, "none"),
      maxClusters: setting(release, "clustermesh.maxConnectedClusters", number, 255),
    }),
    ranges: readPodRanges(release),
  };
};

function readEncryption(release: ChartRelease): OrUnknown<Encryption> {
  const enabled = setting(release, "encryption.enabled", flag, false);
  if (isUnknown(enabled)) return UNKNOWN;
  if (!enabled) return "none";
  const type = setting(release, "encryption.type", text, "ipsec");
  return type === "wireguard" || type === "ipsec" ? type : UNKNOWN;
}

/** Native where the mode is not said but GKE's or ENI's own is on, else a tunnel. */
function readRouting(release: ChartRelease): OrUnknown<string> {
  const mode = setting(release, "routingMode", text, "");
  if (mode !== "") return mode;
  const cloudModes = ["gke.enabled", "eni.enabled"].map((path) => setting(release, path, flag, false));
  if (cloudModes.includes(true)) return "native";
  return cloudModes.some(isUnknown) ? UNKNOWN : "tunnel";
}

/** VXLAN where nothing is said. */
function readTunnelProtocol(release: ChartRelease): OrUnknown<string> {
  const protocol = setting(release, "tunnelProtocol", text, "");
  return protocol === "" ? "vxlan" : protocol;
}

/** `encryption.strictMode.enabled` up to 1.18, `encryption.strictMode.egress.enabled` since 1.19. */
function readStrict(release: ChartRelease): OrUnknown<boolean> {
  const keys = ["egress.enabled", "enabled"];
  const flags = keys.map((key) => setting(release, `encryption.strictMode.${key}`, flag, false));
  if (flags.includes(true)) return true;
  return flags.some(isUnknown) ? UNKNOWN : false;
}

/** Other clusters by name. A list up to 1.18, a list or a map since. */
function readPeers(release: ChartRelease, own: OrUnknown<string>): OrUnknown<Record<string, string[]>> {
  const enabled = setting(release, "clustermesh.config.enabled", flag, false);
  if (isUnknown(enabled)) return UNKNOWN;
  if (!enabled) return {};
  const entries = clusterEntries(setting(release, "clustermesh.config.clusters", valueAt, []));
  if (isUnknown(entries)) return UNKNOWN;
  const peers: [string, string[]][] = [];
  for (const { name, cluster } of entries) {
    const on = flag(cluster, "enabled") ?? true;
    const addresses = readAddresses(cluster);
    if (isUnknown(on) || isUnknown(name) || isUnknown(addresses)) return UNKNOWN;
    if (on && name !== own) peers.push([name, addresses]);
  }
  return Object.fromEntries(peers);
}

function clusterEntries(clusters: unknown): OrUnknown<{ name: OrUnknown<string>; cluster: unknown }[]> {
  if (Array.isArray(clusters)) {
    return clusters.map((cluster) => ({ name: text(cluster, "name") ?? UNKNOWN, cluster }));
  }
  if (isUnknown(clusters) || typeof clusters !== "object" || clusters === null) return UNKNOWN;
  return Object.entries(clusters).map(([name, cluster]) => ({ name, cluster }));
}

/** `ips` win over `address`. */
function readAddresses(cluster: unknown): OrUnknown<string[]> {
  const ips = list(cluster, "ips") ?? [];
  const address = text(cluster, "address") ?? "";
  if (isUnknown(ips)) return UNKNOWN;
  if (ips.length > 0) {
    return ips.every((ip): ip is string => typeof ip === "string") ? ips : UNKNOWN;
  }
  if (isUnknown(address)) return UNKNOWN;
  return address === "" ? [] : [address];
}

/** Only the cluster-pool mode has ranges of its own; elsewhere the cluster or the cloud hands them out. */
function readPodRanges(release: ChartRelease) {
  const mode = setting(release, "ipam.mode", text, "cluster-pool");
  if (isUnknown(mode)) return podRanges(release, UNKNOWN, "ipam.mode");
  if (mode !== "cluster-pool") return [];
  const cidrs = setting<unknown[]>(release, POOL, list, defaultPodRanges);
  return podRanges(release, cidrs, POOL);
}
