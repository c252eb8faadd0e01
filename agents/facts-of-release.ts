import type { AgentFact, Origin, RangeFact } from "../network/model/network";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import { pinOf } from "./pin";
import type { ChartRelease } from "./release";

/** What one release says of the network. */
export interface AgentFacts {
  agent: AgentFact;
  ranges: RangeFact[];
  /** Ranges that the agent takes where nothing in its cluster names any. Default none. */
  assumed?: RangeFact[];
}

/** How an agent's room reads a release of its chart. Never throws, whatever the values are. */
export type AgentReader = (release: ChartRelease) => AgentFacts;

/**
 * The fact of an agent that knows one cluster only: no cluster name, no id (0, as Cilium's default), no peers.
 * What an agent does know comes in `known`.
 */
export function agentFact(
  release: ChartRelease,
  known: Pick<AgentFact, "kind" | "encryption" | "routing" | "mtu"> & Partial<AgentFact>,
): AgentFact {
  return {
    urn: release.resource.urn,
    ...(release.cluster ? { cluster: release.cluster.urn } : {}),
    clusterName: "",
    clusterId: 0,
    version: release.version,
    peers: {},
    pin: pinOf(release.resource),
    origin: { urn: release.resource.urn, property: "values" },
    ...known,
  };
}

/** Ranges that the agent hands out to pods, one fact each; one unknown fact where the list as a whole is unknown. */
export function podRanges(release: ChartRelease, cidrs: OrUnknown<unknown[]>, property: string): RangeFact[] {
  const origin: Origin = { urn: release.resource.urn, property: `values.${property}` };
  return (isUnknown(cidrs) ? [UNKNOWN] : cidrs).map((cidr) => ({
    use: "pods",
    cidr: typeof cidr === "string" ? cidr : UNKNOWN,
    cloud: release.cloud,
    owner: release.cluster?.urn ?? release.resource.urn,
    origin,
  }));
}
