import { type Cidr, parseCidr } from "../address/cidr";
import type { Inventory } from "../model/inventory";
import { type ClusterFact, type RangeFact, RangeUse } from "../model/network";
import type { NodePoolFact } from "../model/node-pool";
import { isUnknown, type OrUnknown } from "../model/resource";
import { type Judgement, unknownAt } from "./judgement";

export const ADDRESS_CAPACITY = "address-capacity";

/**
 * Every cluster's pod range holds the pods of as many nodes as it may grow to, and the nodes' subnets hold these. What is not cut by node
 * (Calico's blocks, pods with addresses of a VPC on AWS) has no such limit, and subnets that are not among the resources are not judged.
 */
export function addressCapacity(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const subnets = new Map(network.subnets.map((subnet) => [subnet.urn, subnet.cidr]));
  for (const cluster of network.clusters) {
    const pools = network.nodePools.filter((pool) => pool.cluster === cluster.urn);
    if (pools.length === 0) continue;
    judgePods(cluster, pools, network, judgement);
    judgeNodes(cluster, pools, subnets, judgement);
  }
  return judgement;
}

function judgePods(
  cluster: ClusterFact,
  pools: NodePoolFact[],
  { ranges, agents }: Inventory,
  { problems, unknowns }: Judgement,
): void {
  const ofAgent = agents.find((agent) => agent.cluster === cluster.urn)?.podMask;
  const cut = pools.flatMap((pool) => {
    const mask = ofAgent ?? pool.podMask;
    return mask === undefined ? [] : [{ pool, mask }];
  });
  if (cut.length === 0) return;
  const needed = "whether the pod range holds the pods of all nodes";
  const ofPods = ranges.filter(
    ({ use, owner, member }) => use === RangeUse.pods && (owner === cluster.urn || member === cluster.name),
  );
  if (ofPods.length === 0) return;
  const blind = [
    ...ofPods
      .filter(({ cidr }) => isUnknown(cidr))
      .map(({ origin }) => unknownAt(origin, "the pod range", needed)),
    ...cut.flatMap(({ pool, mask }) => [
      ...(isUnknown(pool.max) ? [unknownAt(pool.origin, "the most nodes", needed)] : []),
      ...(isUnknown(mask) ? [unknownAt({ urn: pool.origin.urn }, "the pods of one node", needed)] : []),
    ]),
  ];
  unknowns.push(...blind);
  if (blind.length > 0) return;
  const asked = cut.reduce((sum, { pool, mask }) => sum + Number(pool.max) * 2 ** (32 - Number(mask)), 0);
  const found = parsed(ofPods);
  const there = found.reduce((sum, { prefix }) => sum + 2 ** (32 - prefix), 0);
  if (found.length === 0 || there >= asked) return;
  problems.push({
    rule: ADDRESS_CAPACITY,
    message:
      `the pods of ${cluster.name} (${cluster.urn}) have ${found.map(({ text }) => text).join(", ")}, which holds ${there} addresses, but ` +
      `${described(cut)} need ${asked}: the nodes beyond that come up and get no pods; give it a /${prefixFor(asked)}, or fewer nodes.`,
    subjects: [...new Set([cluster.origin.urn, ...cut.map(({ pool }) => pool.origin.urn)])],
  });
}

function judgeNodes(
  cluster: ClusterFact,
  pools: NodePoolFact[],
  subnets: Map<string, OrUnknown<string>>,
  { problems, unknowns }: Judgement,
): void {
  const seen = pools.filter((pool) => pool.subnets.some((urn) => subnets.has(urn)));
  if (seen.length === 0) return;
  const needed = "whether the nodes' subnets hold all nodes";
  const urns = [...new Set(seen.flatMap((pool) => pool.subnets))].filter((urn) => subnets.has(urn));
  const blind = [
    ...urns
      .filter((urn) => isUnknown(subnets.get(urn)))
      .map((urn) => unknownAt({ urn }, "the range", needed)),
    ...seen.flatMap(({ max, addresses, origin }) => [
      ...(isUnknown(max) ? [unknownAt(origin, "the most nodes", needed)] : []),
      ...(isUnknown(addresses) ? [unknownAt({ urn: origin.urn }, "the addresses of one node", needed)] : []),
    ]),
  ];
  unknowns.push(...blind);
  if (blind.length > 0) return;
  const asked = seen.reduce((sum, { max, addresses }) => sum + Number(max) * Number(addresses), 0);
  const [{ reserved }] = seen as [NodePoolFact];
  const found = urns.flatMap((urn) => cidrOf(subnets.get(urn)));
  if (found.length < urns.length) return;
  const there = found.reduce((sum, { prefix }) => sum + Math.max(0, 2 ** (32 - prefix) - reserved), 0);
  if (there >= asked) return;
  const each = seen.some(({ addresses }) => addresses !== 1)
    ? ", each with an address for every pod it may hold"
    : "";
  problems.push({
    rule: ADDRESS_CAPACITY,
    message:
      `the nodes of ${cluster.name} (${cluster.urn}) live in ${found.map(({ text }) => text).join(", ")}, which hold ${there} addresses, but ` +
      `${seen.map(poolText).join(" and ")}${each} need ${asked}: a node beyond that cannot start; give them wider subnets, or fewer nodes.`,
    subjects: [...new Set([cluster.origin.urn, ...seen.map(({ origin }) => origin.urn), ...urns])],
  });
}

function described(cut: { pool: NodePoolFact; mask: OrUnknown<number> }[]): string {
  return cut.map(({ pool, mask }) => `${poolText(pool)} with a /${String(mask)} each`).join(" and ");
}

function poolText({ name, max }: NodePoolFact): string {
  return `${String(max)} nodes of ${name}`;
}

/** Ranges of which none lies in another: one told twice, and a part of one, count once. */
function parsed(ranges: RangeFact[]): Cidr[] {
  const all = ranges.flatMap(({ cidr }) => cidrOf(cidr));
  return all.filter((one, index) => {
    const inside = (other: Cidr) => other.version === 4 && other.first <= one.first && one.last <= other.last;
    return (
      one.version === 4 &&
      !all.some((other, at) => at !== index && inside(other) && !(other.text === one.text && at > index))
    );
  });
}

function cidrOf(text: OrUnknown<string> | undefined): Cidr[] {
  const cidr = typeof text === "string" ? parseCidr(text) : { fault: "" };
  return "fault" in cidr ? [] : [cidr];
}

function prefixFor(addresses: number): number {
  return 32 - Math.ceil(Math.log2(addresses));
}
