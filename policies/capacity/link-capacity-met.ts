import { reachAsMeant } from "../../inventory/reach";
import { peeringCapacity, tunnelsCapacity } from "../../inventory/readers";
import { LINK_CAPACITY_MET, linkCapacityMet } from "../../network/judge/link-capacity-met";
import { JoinKind } from "../../network/link/join";
import type { Inventory, Link } from "../../network/model/inventory";
import type { Rule } from "../rule";

export const linkCapacityMetRule: Rule = {
  name: LINK_CAPACITY_MET,
  title: "Links carry what tiers promise",
  description:
    "The bandwidth that tiers promise fits into each link on the way, also with one tunnel down and after the failures that tiers survive.",
  why: "A tunnel is slower than either cloud's network, and after a failure one link carries two links' traffic: just then the promise breaks.",
  fix: "Add tunnels or a second way, take a larger gateway, or ask for less `bandwidth` in the tier.",
  needs:
    "What reach-survives-failure needs, and of each tier its `bandwidth`. Figures of links and their sources: docs/capacity.md.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: (network) =>
    linkCapacityMet(network, reachAsMeant(network), (link, tunnels) => capacityOf(network, link, tunnels)),
};

function capacityOf({ members }: Inventory, link: Link, tunnels: number): number | undefined {
  if (link.line) return link.line.capacity;
  const [first] = link.tunnels;
  if (first) return tunnelsCapacity(first.a.cloud, first.b.cloud, tunnels);
  const cloud = members.find(({ name }) => name === link.a)?.cloud;
  return cloud && link.kind !== JoinKind.vpn ? peeringCapacity(cloud) : undefined;
}
