import type { Catalogue } from "../catalogue";
import { type Adjacency, countsOn } from "../routing/transit";
import type { MeshSpec } from "../spec/shape";
import type { LinkPlan } from "./shape";

/** What the transit tables call each kind of link. */
const ADJACENCIES: Record<LinkPlan["kind"], Adjacency> = { vpn: "vpn" };

export function adjacencyOf({ kind }: LinkPlan): Adjacency {
  return ADJACENCIES[kind];
}

/**
 * Whether a plan may send traffic of others through a member: the table of its cloud says that what came over one link is
 * passed on to another. All links are tunnels; a site's devices are not relied on.
 */
export function countedTransit(spec: MeshSpec, clouds: Catalogue): (name: string) => boolean {
  return (name) => {
    const cloud = spec.members[name]?.cloud;
    return cloud !== undefined && cloud !== "site" && countsOn(clouds[cloud].transit, "vpn", "vpn");
  };
}
