import type { Lock } from "../address/lock";
import { type Fault, InputError } from "../errors";
import { givenAsn } from "../spec/gateway-asn";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { memberNames } from "./reach";

/**
 * Members in AWS that have no transit gateway of their own, each with the member whose gateway it uses instead: those of one region
 * share one. Whoever has an ASN, from the lock or by hand, has a gateway of its own; where nobody has, the first by name gets it.
 *
 * The others use that of the member that the lock names, else one in their own account, else one in another: by name, those that
 * have their ASN from the lock first. So a member that comes later moves nobody.
 *
 * @throws InputError where a gateway is in another account, and nobody says the number of the account that it is shared with
 */
export function sharedGateways(spec: MeshSpec, lock: Lock): Map<string, string> {
  const shared = new Map<string, string>();
  const faults: Fault[] = [];
  for (const names of byRegion(spec, lock)) {
    const owners = ownersOf(names, spec, lock);
    for (const name of names.filter((candidate) => !owners.includes(candidate))) {
      const owner = ownerFor(name, owners, spec, lock);
      if (owner === undefined) continue;
      shared.set(name, owner);
      if (!sameAccount(spec, name, owner) && accountNumber(spec.members[name]) === undefined)
        faults.push(unknownAccount(name, owner));
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return shared;
}

/** Number of the account that a role is in: `111122223333`. Nothing where the member says none: the program's own provider knows. */
export function accountNumber(member: Pick<MemberSpec, "account"> | undefined): string | undefined {
  return /^arn:[^:]*:iam::(\d{12}):/.exec(member?.account?.roleArn ?? "")?.[1];
}

function sameAccount(spec: MeshSpec, one: string, other: string): boolean {
  return accountNumber(spec.members[one]) === accountNumber(spec.members[other]);
}

/** Members in AWS that are to be linked, by region, in order of name; and those whose gateways they use already. */
function byRegion(spec: MeshSpec, { gateways }: Lock): string[][] {
  const linked = linkedByName(spec);
  const used = [...linked].flatMap((name) => gateways.get(name) ?? []);
  const regions = new Map<string, string[]>();
  for (const name of memberNames(spec)) {
    const { cloud, region = "" } = spec.members[name] as MemberSpec; // a name of the spec
    if (cloud !== "aws" || !(linked.has(name) || used.includes(name))) continue;
    regions.set(region, [...(regions.get(region) ?? []), name]);
  }
  return [...regions.values()];
}

/** Members that a topology gives links to: all, unless it lists the pairs. */
export function linkedByName(spec: MeshSpec): Set<string> {
  const { topology } = spec;
  if (topology?.kind !== "links") return new Set(memberNames(spec));
  return new Set((topology.links ?? []).flatMap(({ a, b }) => [a, b]));
}

/** Those of the lock first, then those by hand, each by name. */
function ownersOf(names: string[], spec: MeshSpec, { asns }: Lock): string[] {
  const inLock = names.filter((name) => asns.has(name));
  const byHand = names.filter((name) => givenAsn(spec.members[name]) !== undefined && !inLock.includes(name));
  const owners = [...inLock, ...byHand];
  return owners.length > 0 ? owners : names.slice(0, 1);
}

function ownerFor(name: string, owners: string[], spec: MeshSpec, { gateways }: Lock): string | undefined {
  const standing = gateways.get(name);
  return (
    owners.find((owner) => owner === standing) ??
    owners.find((owner) => sameAccount(spec, name, owner)) ??
    owners[0]
  );
}

function unknownAccount(name: string, owner: string): Fault {
  const message =
    `${name} uses the transit gateway of ${owner}, which is in another account, and nobody says which account it is to be shared ` +
    `with; give a role in it, or gateway.asn for a gateway of its own`;
  return { path: `members.${name}.account.roleArn`, message };
}
