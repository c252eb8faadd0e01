import { flag, list, number, text } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { type AgentReader, agentFact, podRanges } from "../facts-of-release";
import { type ChartRelease, setting } from "../release";

const POOLS = "installation.calicoNetwork.ipPools";

/** A release of Calico's chart, `tigera-operator` (defaults of v3.32.1, 2026-06-24). Pools that the operator finds by itself are not seen. */
export const readCalico: AgentReader = (release) => {
  const pools = setting<unknown[]>(release, POOLS, list, []);
  const cidrs = isUnknown(pools) ? pools : pools.map((pool) => text(pool, "cidr") ?? UNKNOWN);
  return {
    agent: agentFact(release, {
      kind: "calico",
      encryption: readEncryption(release),
      routing: readRouting(pools),
      mtu: readMtu(release),
    }),
    ranges: podRanges(release, cidrs, POOLS),
  };
};

/** Felix's settings are rendered only where `enabled`. */
function readEncryption(release: ChartRelease): OrUnknown<Encryption> {
  const keys = ["enabled", "wireguardEnabled"];
  const flags = keys.map((key) => setting(release, `defaultFelixConfiguration.${key}`, flag, false));
  if (flags.includes(false)) return "none";
  return flags.some(isUnknown) ? UNKNOWN : "wireguard";
}

/** IPIP is the default; native only where every pool says so. */
function readRouting(pools: OrUnknown<unknown[]>): OrUnknown<string> {
  if (isUnknown(pools)) return UNKNOWN;
  const modes = pools.map((pool) => text(pool, "encapsulation") ?? "IPIP");
  if (modes.some((mode) => !isUnknown(mode) && mode !== "None")) return "tunnel";
  if (modes.some(isUnknown)) return UNKNOWN;
  return modes.length > 0 ? "native" : "tunnel";
}

/** Calico is told the pods' MTU, from which the underlay's does not follow. */
function readMtu(release: ChartRelease): OrUnknown<number> {
  return setting(release, "installation.calicoNetwork.mtu", number, 0) === 0 ? 0 : UNKNOWN;
}
