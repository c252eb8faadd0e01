import assert from "node:assert/strict";
import fc from "fast-check";
import { reachOf } from "../../../inventory/reach";
import { linkName } from "../../../network/link/suite";
import type { Inventory } from "../../../network/model/inventory";
import type { AfterFailure, Failure } from "../../../network/reach/verdict";
import type { Cloud } from "../../../network/spec/shape";
import { example, networkOf, type Place, type Places, peerNetworks } from "./example";

const NAMES = ["ada", "bob", "cid", "dan", "eve"];

/** A network of some members, with links between some, and with faults that leave some of it working. */
const networks: fc.Arbitrary<Inventory> = fc
  .record({
    clouds: fc.array(fc.constantFrom<Cloud>("aws", "aws", "azure", "gcp", "site"), {
      minLength: 3,
      maxLength: 5,
    }),
    shares: fc.boolean(),
    peers: fc.boolean(),
    zoned: fc.boolean(),
    links: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 8 }),
    faults: fc.array(
      fc.tuple(fc.nat(20), fc.constantFrom("bgp", "learned", "kept-from-peer", "gone", "one-interface")),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ clouds, shares, peers, zoned, links, faults }) => {
    const places: Places = {};
    for (const [index, cloud] of clouds.entries()) {
      places[NAMES[index] ?? ""] = { cloud, range: `10.${index + 1}.0.0/16`, asn: 64512 + index };
    }
    const first = Object.entries(places).find(([, { cloud }]) => cloud === "aws")?.[0];
    const lender = Object.entries(places).find(([, { cloud }]) => cloud === "azure")?.[0];
    const own: Partial<Place> = zoned ? { zones: ["z1"] } : {};
    if (first) Object.assign(places[first] ?? {}, own);
    if (shares && first) places.guest = { cloud: "aws", range: "10.9.0.0/16", uses: first };
    if (peers && lender) places.spoke = { cloud: "azure", range: "10.8.0.0/16" };
    const named = links.flatMap(([a, b]): string[] => {
      const [one, other] = [NAMES[a], NAMES[b]];
      if (!one || !other || a === b || !places[one] || !places[other]) return [];
      return [linkName(one, other)];
    });
    const inventory = example(places, ...new Set(named));
    if (peers && lender) peerNetworks(inventory, "azure", lender, "spoke", true);
    for (const [at, fault] of faults) spoil(inventory, at, fault);
    return inventory;
  });

function spoil(inventory: Inventory, at: number, fault: string): void {
  const link = inventory.links[at % Math.max(1, inventory.links.length)];
  const tunnel = link?.tunnels[at % 2];
  if (!link || !tunnel) return;
  if (fault === "bgp") tunnel.b.bgp = false;
  if (fault === "learned") tunnel.a.learned = false;
  if (fault === "kept-from-peer") tunnel.b.learned = false;
  if (fault === "gone") link.tunnels = link.tunnels.filter((one) => one === tunnel);
  if (fault === "one-interface") for (const { a } of link.tunnels) a.interface = 0;
}

/** Every single failure, each with a network in which what it takes is not there at all. */
function failuresOf(inventory: Inventory): { failure: Failure; left: Inventory; ends: string[] }[] {
  const { links, gateways, ranges } = inventory;
  const owners = new Map(gateways.map(({ urn, member }) => [urn, member]));
  const tunnels = links.flatMap((link) =>
    link.tunnels.map((tunnel, index) => ({
      failure: { kind: "tunnel", name: `${link.name}/tunnel/${index + 1}` } as const,
      left: withLinks((one) => one.tunnels.filter((other) => other !== tunnel)),
      ends: [],
    })),
  );
  const instances = gateways.flatMap(({ urn, member }) =>
    [0, 1].map((instance) => ({
      failure: { kind: "gateway-instance", name: `${member}/gateway/${instance}` } as const,
      left: withLinks((link) =>
        link.tunnels.filter(
          ({ a, b }) => ![a, b].some((end) => end.gateway === urn && end.interface === instance),
        ),
      ),
      ends: [],
    })),
  );
  const joined = [...links.map(({ name }) => name), ...peered(inventory)].map((name) => ({
    failure: { kind: "link", name } as const,
    left: {
      ...inventory,
      links: links.filter((link) => link.name !== name),
      peerings: peered(inventory).includes(name) ? [] : inventory.peerings,
    },
    ends: [],
  }));
  const members = [...new Set(ranges.map(({ member }) => member ?? ""))];
  const gone = members.map((name) => ({
    failure: { kind: "member", name } as const,
    left: withoutGateways((member) => member === name),
    ends: [name],
  }));
  const clouds = (["aws", "azure", "gcp"] as const).map((cloud) => {
    const own = ranges.filter((range) => range.cloud === cloud).map(({ member }) => member ?? "");
    const failure = { kind: "cloud", name: cloud } as const;
    return { failure, left: withoutGateways((member) => own.includes(member)), ends: own };
  });
  const zoned = members.filter((name) =>
    inventory.subnets.some(({ network, zone }) => network === networkOf(name) && zone === "z1"),
  );
  const zones = zoned.map((name) => ({
    failure: { kind: "zone", name: `${name}/z1` } as const,
    left: withoutGateways((member) => member === name),
    ends: [name],
  }));
  return [...tunnels, ...instances, ...joined, ...gone, ...clouds, ...zones];

  function withLinks(tunnelsOf: (link: Inventory["links"][number]) => Inventory["tunnels"]): Inventory {
    return { ...inventory, links: links.map((link) => ({ ...link, tunnels: tunnelsOf(link) })) };
  }

  function withoutGateways(of: (member: string) => boolean): Inventory {
    const isGone = (urn: string | undefined) => urn !== undefined && of(owners.get(urn) ?? "");
    return {
      ...inventory,
      gateways: gateways.filter(({ urn }) => !isGone(urn)),
      attachments: inventory.attachments.filter(({ gateway }) => !isGone(gateway)),
    };
  }
}

/** Names of links that are peerings of networks: a member and `spoke`. */
function peered({ peerings }: Inventory): string[] {
  const [half] = peerings;
  const lender = half?.own?.replace(/^urn:|-network$/g, "");
  return lender === undefined ? [] : [linkName(lender, "spoke")];
}

describe("reach after failures, found from what changes alone", () => {
  it("is what reach finds where the thing that fails is not there at all", () => {
    let compared = 0;
    fc.assert(
      fc.property(networks, (inventory) => {
        const pairs = reachOf(inventory, "all");
        for (const { failure, left, ends } of failuresOf(inventory)) {
          const scratch = reachOf(left, "none");
          assert.equal(scratch.length, pairs.length);
          for (const [index, pair] of pairs.entries()) {
            if (!pair.ok || ends.includes(pair.from) || ends.includes(pair.to)) continue;
            const anew = scratch[index];
            const changed = anew?.path.join() !== pair.path.join();
            const expected: AfterFailure[] = changed
              ? [{ failure, ok: anew?.ok ?? false, path: anew?.path ?? [] }]
              : [];
            const told = pair.afterFailures.filter(
              (after) => after.failure.kind === failure.kind && after.failure.name === failure.name,
            );
            assert.deepEqual(told, expected, `${pair.from}>${pair.to} without ${failure.name}`);
            compared++;
          }
        }
      }),
      { numRuns: 60, seed: 5 },
    );
    assert.ok(compared > 2_000, String(compared));
  });
});
