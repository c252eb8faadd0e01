import type { AgentFact, Origin, RangeFact, RangeUse } from "../network/model/network";
import type { Resource } from "../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import type { AgentFacts } from "./facts-of-release";
import type { Place } from "./manifest";

/** What the objects of one cluster say of one agent. */
export interface ManifestFacts {
  kind: string;
  /** The object that stands for the agent. */
  main: Resource;
  /** What an object says. */
  told: Partial<AgentFact>;
  /** What holds where none says otherwise. */
  defaults: Pick<AgentFact, "encryption" | "routing" | "mtu">;
  ranges: ToldRange[];
  /** Ranges that the agent takes where nothing in its cluster names any. */
  assumed?: ToldRange[];
}

export interface ToldRange {
  use: RangeUse;
  cidr: OrUnknown<string>;
  origin: Origin;
  /** Default: the cluster. */
  owner?: string;
}

/** How an agent's room reads a cluster's objects; `undefined` where none is its own. Never throws, whatever the objects hold. */
export type ManifestReader = (place: Place) => ManifestFacts | undefined;

/**
 * What objects say, with what a release of the same agent in the same cluster says: an object that stands beside the release is what
 * the agent sees in the end; one that the release makes is only asked where its values do not tell.
 */
export function agentOf(facts: ManifestFacts, place: Place, release?: AgentFacts): AgentFact {
  const { main, kind, told, defaults } = facts;
  if (release) {
    return main.parent === release.agent.urn
      ? { ...release.agent, ...whereUnknown(release.agent, told) }
      : { ...release.agent, ...told };
  }
  return {
    urn: main.urn,
    kind,
    ...(place.cluster ? { cluster: place.cluster.urn } : {}),
    clusterName: "",
    clusterId: 0,
    version: UNKNOWN,
    peers: {},
    ...defaults,
    origin: { urn: main.urn },
    ...told,
  };
}

function whereUnknown(agent: AgentFact, told: Partial<AgentFact>): Partial<AgentFact> {
  const values = new Map<string, unknown>(Object.entries(agent));
  return Object.fromEntries(Object.entries(told).filter(([key]) => isUnknown(values.get(key))));
}

/** Ranges as facts of a cluster, or of `owner` where the cluster could not be found. */
export function rangeFacts(ranges: ToldRange[], place: Place, owner: string): RangeFact[] {
  return ranges.map(({ use, cidr, origin, owner: own }) => ({
    use,
    cidr,
    cloud: place.cloud,
    owner: own ?? place.cluster?.urn ?? owner,
    origin,
  }));
}

/** Ranges that stand in one text, as Kubernetes writes those of two families: `10.244.0.0/16,fd00:10:244::/56`. */
export function listedRanges(
  use: RangeUse,
  written: OrUnknown<string> | undefined,
  origin: Origin,
): ToldRange[] {
  if (written === undefined || written === "") return [];
  if (isUnknown(written)) return [{ use, cidr: UNKNOWN, origin }];
  return written
    .split(/[\s,]+/)
    .filter((cidr) => cidr !== "")
    .map((cidr) => ({ use, cidr, origin }));
}
