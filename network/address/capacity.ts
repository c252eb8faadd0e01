import type { Cidr } from "./cidr";

/** Nodes whose part of the pod range, of `podsPerNodeMask` each, fits into it. */
export function podCapacity(pods: Cidr, podsPerNodeMask: number): number {
  return podsPerNodeMask < pods.prefix ? 0 : 2 ** (podsPerNodeMask - pods.prefix);
}

/**
 * Nodes that IPv4 subnets of these lengths hold, one address each.
 *
 * @param reservedPerSubnet addresses that the cloud keeps in each
 */
export function nodeCapacity(subnetPrefixes: readonly number[], reservedPerSubnet: number): number {
  return subnetPrefixes.reduce((sum, prefix) => sum + Math.max(0, 2 ** (32 - prefix) - reservedPerSubnet), 0);
}

/**
 * Mask of one node's part of the pod range. A node gets twice as many addresses as pods, so that an address
 * is not used again at once (Google Cloud, "Flexible Pod CIDR", 2026): 110 pods take a /24.
 */
export function podMaskFor(podsPerNode: number): number {
  return 32 - Math.ceil(Math.log2(2 * podsPerNode));
}

/** A new pod range is a /17 at least, and a /12 at most unless the nodes themselves need more. */
const PODS_LONGEST = 17;
const PODS_SHORTEST = 12;

/**
 * Length of a new pod range: for twice the nodes, since a pod range cannot be widened later, and /17 at
 * least.
 */
export function podsPrefixFor(maxNodes: number, podsPerNodeMask: number): number {
  const lengthFor = (nodes: number) => podsPerNodeMask - Math.ceil(Math.log2(Math.max(1, nodes)));
  const grown = Math.max(PODS_SHORTEST, lengthFor(2 * maxNodes));
  return Math.min(PODS_LONGEST, grown, lengthFor(maxNodes));
}

/** A member's ranges and what they must hold. */
export interface CapacityInput {
  member: string;
  /** Most nodes. */
  max: number;
  pods?: Cidr;
  podsPerNodeMask: number;
  /** The parts of `pods` that nodes take theirs from, where each zone has its own. Default: the whole. */
  podSubnets?: Cidr[];
  /** The network of the nodes, and those of its subnets that hold nodes. */
  nodes?: Cidr;
  nodeSubnets: Cidr[];
  reservedPerSubnet: number;
  /** Addresses of the node subnets that are not for nodes, such as those of load balancers. Default 0. */
  otherAddresses?: number;
}

/** What does not fit, a sentence each, with the length that would do. */
export function capacityFaults(input: CapacityInput): string[] {
  return [...podFaults(input), ...nodeFaults(input)];
}

function podFaults({ member, max, pods, podsPerNodeMask: mask, podSubnets }: CapacityInput): string[] {
  if (!pods) return [];
  const holds = (podSubnets ?? [pods]).reduce((sum, part) => sum + podCapacity(part, mask), 0);
  if (holds >= max) return [];
  // Parts are cut in proportion.
  const [part = pods] = podSubnets ?? [];
  const longest = mask - Math.ceil(Math.log2(max / (podSubnets?.length ?? 1)));
  const enough = longest - (part.prefix - pods.prefix);
  return [
    `${member}/pods ${pods.text} holds ${counted(holds)} of /${mask} but nodes.max is ${max}; a /${enough} would do`,
  ];
}

function nodeFaults(input: CapacityInput): string[] {
  const { member, max, nodes, nodeSubnets, reservedPerSubnet, otherAddresses = 0 } = input;
  if (!nodes) return [];
  const prefixes = nodeSubnets.map((subnet) => subnet.prefix);
  // Subnets are cut in proportion, so a network of twice the size has subnets of twice the size.
  const holdsAt = (shorter: number) =>
    Math.max(
      0,
      nodeCapacity(
        prefixes.map((prefix) => prefix - shorter),
        reservedPerSubnet,
      ) - otherAddresses,
    );
  if (holdsAt(0) >= max) return [];
  let shorter = 1;
  while (shorter < nodes.prefix && holdsAt(shorter) < max) shorter++;
  const enough = holdsAt(shorter) >= max ? `; a /${nodes.prefix - shorter} would do` : "";
  return [
    `${member}/nodes ${nodes.text} holds ${counted(holdsAt(0))} in its subnets but nodes.max is ${max}${enough}`,
  ];
}

function counted(nodes: number): string {
  return nodes === 1 ? "1 node" : `${nodes} nodes`;
}
