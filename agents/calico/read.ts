import { flag, valueAt } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { type AgentReader, agentFact, podRanges } from "../facts-of-release";
import { type ChartRelease, setting } from "../release";
import { poolsOf, underlayMtu } from "./pools";

const POOLS = "installation.calicoNetwork.ipPools";

/** A release of Calico's chart, `tigera-operator` (defaults of v3.32.1, 2026-06-24). */
export const readCalico: AgentReader = (release) => {
  const spec: unknown = setting(release, "installation", valueAt, {});
  const pools = poolsOf(spec, release.cloud);
  const encryption = readEncryption(release);
  const mtu = underlayMtu(pools, encryption);
  return {
    agent: agentFact(release, { kind: "calico", encryption, routing: pools.routing, mtu }),
    ranges: podRanges(release, pools.cidrs, POOLS),
    assumed: podRanges(release, pools.assumed, POOLS),
  };
};

/** Felix's settings are rendered only where `enabled`. */
function readEncryption(release: ChartRelease): OrUnknown<Encryption> {
  const keys = ["enabled", "wireguardEnabled"];
  const flags = keys.map((key) => setting(release, `defaultFelixConfiguration.${key}`, flag, false));
  if (flags.includes(false)) return "none";
  return flags.some(isUnknown) ? UNKNOWN : "wireguard";
}
