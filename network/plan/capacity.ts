import { capacityFaults as faultsOf } from "../address/capacity";
import { cidr } from "../address/cidr";
import { type Fault, InputError } from "../errors";
import type { PlanSources } from "./plan";
import type { MemberPlan } from "./shape";

/**
 * Will the pods and nodes of `nodes.max` fit the ranges, as each cloud hands them out?
 *
 * @throws InputError with every range that is too small and the one that would do
 */
export function refuseTooSmall(members: MemberPlan[], { clouds }: PlanSources): void {
  const faults = members.flatMap((member): Fault[] => {
    if (member.cloud === "site") return [];
    const { podsPerNodeMask, reservedPerSubnet } = clouds[member.cloud].ranges;
    return faultsOf({
      member: member.name,
      max: member.nodes.max,
      pods: cidr(member.ranges.pods),
      podsPerNodeMask,
      nodes: cidr(member.ranges.nodes),
      nodeSubnets: member.subnets
        .filter((subnet) => subnet.role === "nodes")
        .map((subnet) => cidr(subnet.range)),
      reservedPerSubnet,
      otherAddresses: member.agent.loadBalancer.length,
    }).map((message) => ({ path: `members.${member.name}`, message }));
  });
  if (faults.length > 0) throw new InputError(faults);
}
