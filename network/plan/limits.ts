import { type CapacityInput, capacityFaults } from "../address/capacity";
import { cidr, contains, overlaps } from "../address/cidr";
import type { CloudFacts } from "../catalogue";
import { type Fault, InputError } from "../errors";
import type { MemberPlan } from "./shape";
import type { PlanSources } from "./sources";

/** Private address space of RFC 1918. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(cidr);

/**
 * Refuses ranges that a cloud would not take for what they are, and those that cannot hold `nodes.max` as each cloud
 * hands them out.
 *
 * @throws InputError with every such range and what would do
 */
export function refuseUnfit(members: MemberPlan[], { clouds }: PlanSources): void {
  const faults = members.flatMap((member): Fault[] => {
    // What a cluster that is there can hold is settled.
    if (member.cloud === "site" || member.existing?.cluster) return [];
    const facts = clouds[member.cloud];
    return [...formFaults(member, facts), ...sizeFaults(member, facts), ...foreignPods(member)].map(
      (message) => ({
        path: `members.${member.name}`,
        message,
      }),
    );
  });
  if (faults.length > 0) throw new InputError(faults);
}

function formFaults({ name, cloud, ranges, subnets }: MemberPlan, { ranges: limits }: CloudFacts): string[] {
  const services = cidr(ranges.services);
  const lengths = ([role, range, shortest, longest]: [string, string, number, number]): string[] => {
    const { prefix } = cidr(range);
    if (prefix >= shortest && prefix <= longest) return [];
    return [`${name}/${role} ${range}: ${cloud} takes a /${shortest} to a /${longest} there`];
  };
  return [
    ...lengths(["nodes", ranges.nodes, limits.nodes.shortest, limits.nodes.longest]),
    ...lengths(["services", ranges.services, limits.services.shortest, limits.services.longest]),
    ...(limits.services.rfc1918Only && !PRIVATE.some((range) => contains(range, services))
      ? [
          `${name}/services ${ranges.services}: ${cloud} takes a range of 10/8, 172.16/12 or 192.168/16 there; give one as services`,
        ]
      : []),
    ...(limits.routedPods && subnets.some(({ role }) => role === "pods")
      ? lengths(["pods", ranges.pods, limits.routedPods.shortest, limits.routedPods.longest])
      : []),
    ...(ranges.controlPlane && limits.controlPlane
      ? lengths([
          "control-plane",
          ranges.controlPlane,
          limits.controlPlane.allocate,
          limits.controlPlane.allocate,
        ])
      : []),
    ...(ranges.gateway && limits.gateway
      ? lengths(["gateway", ranges.gateway, 8, limits.gateway.longest])
      : []),
  ];
}

function sizeFaults(member: MemberPlan, { ranges }: CloudFacts): string[] {
  return capacityFaults({
    member: member.name,
    max: member.nodes.max,
    pods: cidr(member.ranges.pods),
    podsPerNodeMask: ranges.podsPerNodeMask,
    ...routedPods(member, ranges),
    nodes: cidr(member.ranges.nodes),
    nodeSubnets: member.subnets
      .filter((subnet) => subnet.role === "nodes")
      .map((subnet) => cidr(subnet.range)),
    reservedPerSubnet: ranges.reservedPerSubnet,
    otherAddresses: member.agent.loadBalancer.length,
  });
}

/** A network that is there is given no further range. */
function foreignPods({ name, cloud, existing, subnets, ranges: { pods } }: MemberPlan): string[] {
  const own = existing?.network.ranges ?? [];
  if (!existing || !subnets.some(({ role }) => role === "pods")) return [];
  if (own.some((range) => contains(cidr(range), cidr(pods)))) return [];
  return [
    `${name}/pods ${pods}: routed pods live in the ${cloud} network that is there, whose ranges are ${own.join(", ")}; give a part of one that is free as pods`,
  ];
}

/** The zones' own parts of the pod range, where the cloud cuts it so. */
function routedPods(
  { subnets }: MemberPlan,
  { routedPods: limits }: CloudFacts["ranges"],
): Partial<CapacityInput> {
  const parts = subnets.filter(({ role }) => role === "pods").map(({ range }) => cidr(range));
  return limits && parts.length > 0 ? { podSubnets: parts, podsPerNodeMask: limits.perNodeMask } : {};
}

/**
 * ASNs that were given by hand may meet one that was allocated before.
 *
 * @throws InputError naming both members
 */
export function refuseEqualAsns(asns: ReadonlyMap<string, number>): void {
  const owners = new Map<number, string>();
  const faults: Fault[] = [];
  for (const [name, asn] of [...asns].sort(([x], [y]) => (x < y ? -1 : 1))) {
    const owner = owners.get(asn);
    if (owner === undefined) owners.set(asn, name);
    else {
      const message = `${asn} is ${owner}'s too, and BGP needs them to differ; give one of them another gateway.asn`;
      faults.push({ path: `members.${name}.gateway.asn`, message });
    }
  }
  if (faults.length > 0) throw new InputError(faults);
}

/**
 * What the lock holds never moves, so a range that was reserved for others afterwards is a contradiction for a person to settle.
 *
 * @throws InputError naming the lock's entry and the reserved range
 */
export function refuseReserved(ranges: ReadonlyMap<string, string>, reserved: string[]): void {
  const others = reserved.map(cidr);
  const faults = [...ranges].flatMap(([key, text]): Fault[] => {
    const own = cidr(text);
    const taken = others.find((range) => overlaps(range, own));
    if (!taken) return [];
    const message = `the lock gave ${key} ${text}, and ${taken.text} is reserved for others now; take it out of reserved, or delete the line from the lock and plan anew`;
    return [{ path: "reserved", message }];
  });
  if (faults.length > 0) throw new InputError(faults);
}
