import type { AddressRequest } from "../../network/address/address-pool";
import { cidr } from "../../network/address/cidr";
import type { RangeRequest } from "../../network/address/range-pool";
import { type Fault, InputError } from "../../network/errors";
import { quorumFaults } from "./quorum";
import type { SwarmHostPlan, SwarmPlan } from "./shape";

/** A member whose hosts are of the Swarm. */
export interface SwarmMember {
  name: string;
  /** `managers` of `count` are managers, the first by number. */
  hosts: { count: number; managers: number };
  /** Where hosts have their addresses: as a rule a subnet a zone, over which they are spread. At least one. */
  subnets: { name: string; range: string }[];
  /** Addresses that the cloud keeps at each end of a subnet. */
  reservedPerSubnet: number;
}

/** The lock's keys of what all members share. */
export const swarmKeys = { pool: "swarm/overlay", bridges: "swarm/bridges" } as const;

/** Prefix lengths: 256 overlay networks of the largest size that Docker advises, /24 ("docker network create", docs.docker.com, 2026). */
const POOL_PREFIX = 16;
const NETWORK_PREFIX = 24;
/** Sixteen bridges a host. */
const BRIDGES_PREFIX = 20;

/**
 * What the lock must hold for a Swarm: its ranges, apart from all others of the mesh, and every host's address.
 *
 * @throws InputError where the numbers of hosts make no Swarm
 */
export function swarmRequests(members: readonly SwarmMember[]): {
  ranges: RangeRequest[];
  addresses: AddressRequest[];
} {
  const faults = [...members.flatMap(countFaults), ...quorumFaults(managersOf(members))];
  if (faults.length > 0) throw new InputError(faults);
  return {
    ranges: [
      { key: swarmKeys.pool, prefix: POOL_PREFIX },
      { key: swarmKeys.bridges, prefix: BRIDGES_PREFIX },
    ],
    addresses: members.flatMap((member) =>
      numbers(member).map((number) => ({
        key: addressKey(member, number),
        within: cidr(subnetOf(member, number)),
        reservedHead: member.reservedPerSubnet,
        reservedTail: member.reservedPerSubnet,
      })),
    ),
  };
}

/** By member, as the rules of a majority take them. */
export function managersOf(members: readonly SwarmMember[]): Record<string, number> {
  return Object.fromEntries(members.map(({ name, hosts }) => [name, hosts.managers]));
}

/**
 * The Swarm, from what the lock holds. `standing` is who began it by the lock; absent where none did. The same whatever the members' order.
 *
 * @throws InputError where the lock lacks a range or an address
 */
export function swarmPlan(
  members: readonly SwarmMember[],
  lock: { ranges: ReadonlyMap<string, string>; addresses: ReadonlyMap<string, string> },
  { mtu, standing }: { mtu: number; standing?: string },
): SwarmPlan {
  const held = (section: "ranges" | "addresses", key: string): string => {
    const value = lock[section].get(key);
    if (value === undefined)
      throw new InputError({
        path: `${section}.${key}`,
        message: "is missing in the lock: plan --write adds it",
      });
    return value;
  };
  const hosts = [...members]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((member) =>
      numbers(member).map(
        (number): SwarmHostPlan => ({
          name: `${member.name}-${number}`,
          address: held("addresses", addressKey(member, number)),
          role: number <= member.hosts.managers ? "manager" : "worker",
        }),
      ),
    );
  const managers = hosts.filter(({ role }) => role === "manager").map(({ name }) => name);
  return {
    hosts,
    first: managers.find((name) => name === standing) ?? managers[0] ?? "",
    pools: [held("ranges", swarmKeys.pool)],
    poolMask: NETWORK_PREFIX,
    bridges: held("ranges", swarmKeys.bridges),
    mtu,
  };
}

function countFaults({ name, hosts: { count, managers } }: SwarmMember): Fault[] {
  const at = `members.${name}.hosts`;
  if (count < 1)
    return [{ path: `${at}.count`, message: `${count} makes no member of a Swarm; give at least 1` }];
  if (managers > count)
    return [{ path: `${at}.managers`, message: `${managers} is more than hosts.count, ${count}` }];
  return [];
}

/** From 1. */
function numbers({ hosts }: SwarmMember): number[] {
  return Array.from({ length: hosts.count }, (_, index) => index + 1);
}

function addressKey({ name }: SwarmMember, number: number): string {
  return `${name}/host/${number}`;
}

function subnetOf({ name, subnets }: SwarmMember, number: number): string {
  const subnet = subnets[(number - 1) % subnets.length];
  if (!subnet) throw new Error(`${name}: no subnet for hosts`);
  return subnet.range;
}
