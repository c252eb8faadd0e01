import fc from "fast-check";
import type { Requests } from "../../../network/address/allocate";
import { cidr } from "../../../network/address/cidr";
import type { InsidePool } from "../../../network/address/inside-pool";
import { slotHash } from "../../../network/address/slot-hash";
import { linkName, tunnelName } from "../../../network/link/suite";

const CLOUDS = ["aws", "gcp", "azure"] as const;
type CloudName = (typeof CLOUDS)[number];

/** Members by name with their cloud, and which pairs are linked. */
export interface Sketch {
  members: Map<string, CloudName>;
  /** A pair is linked where the hash of its names says so. */
  linked(a: string, b: string): boolean;
}

/** What a spec with these members would ask for: five ranges at most, an ASN, an id, and a link's tunnels. */
export function requestsOf(sketch: Sketch, supernet = "10.0.0.0/8"): Requests {
  const names = [...sketch.members.keys()];
  const pairs = names.flatMap((a) =>
    names.filter((b) => a < b && poolOf(sketch, a, b) && sketch.linked(a, b)).map((b) => [a, b] as const),
  );
  const insides = pairs.map(([a, b]) => ({
    link: linkName(a, b),
    pool: poolOf(sketch, a, b) ?? "general",
    tunnels: poolOf(sketch, a, b) === "azure" ? 2 : 4,
  }));
  return {
    supernets: [cidr(supernet)],
    avoid: [cidr("10.100.0.0/16")],
    ranges: names.flatMap((name) => [
      { key: `${name}/nodes`, prefix: 20 },
      { key: `${name}/pods`, prefix: 17 },
      { key: `${name}/services`, prefix: 20 },
      ...(sketch.members.get(name) === "azure" ? [{ key: `${name}/gateway`, prefix: 27 }] : []),
      ...(sketch.members.get(name) === "gcp" ? [{ key: `${name}/control-plane`, prefix: 28 }] : []),
    ]),
    asns: names.map((key) => ({ key })),
    avoidAsns: [64900],
    clusterIds: names.map((key) => ({ key })),
    insides,
    generations: insides.flatMap(({ link, tunnels }) =>
      Array.from({ length: tunnels }, (_, index) => ({ key: tunnelName(link, index + 1) })),
    ),
    addresses: names.map((name) => ({
      key: `${name}/load-balancer/nodes`,
      within: cidr(`10.250.${slotHash(name) % 256}.0/24`),
      reservedHead: 4,
      reservedTail: 1,
    })),
  };
}

function poolOf(sketch: Sketch, a: string, b: string): InsidePool | undefined {
  const clouds = [sketch.members.get(a), sketch.members.get(b)];
  if (clouds[0] === clouds[1]) return undefined;
  if (!clouds.includes("azure")) return "general";
  return clouds.includes("aws") ? "azure-paired" : "azure";
}

/** A mesh of at most `most` members; few links, since Azure's pool holds 32 pairs of instances. */
export function sketch(most: number): fc.Arbitrary<Sketch> {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  return fc
    .uniqueArray(fc.tuple(name, fc.constantFrom(...CLOUDS)), { maxLength: most, selector: ([key]) => key })
    .map((members) => ({
      members: new Map(members),
      linked: (a, b) => (a.length + b.length) % 4 === 0,
    }));
}

/** The same requests, every list in another order. */
export function shuffled(requests: Requests): Requests {
  const turned = <T>(list: readonly T[]): T[] =>
    [...list]
      .reverse()
      .flatMap((one, index, all) => (index % 2 === 0 ? [all[index + 1], one] : []))
      .filter((one): one is T => one !== undefined);
  return {
    supernets: turned(requests.supernets),
    avoid: turned(requests.avoid),
    ranges: turned(requests.ranges),
    asns: turned(requests.asns),
    avoidAsns: turned(requests.avoidAsns),
    clusterIds: turned(requests.clusterIds),
    insides: turned(requests.insides),
    addresses: turned(requests.addresses ?? []),
    generations: turned(requests.generations),
  };
}
