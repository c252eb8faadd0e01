import assert from "node:assert/strict";
import fc from "fast-check";
import { inventory } from "../../../inventory";
import { reachOf } from "../../../inventory/reach";
import { InputError } from "../../../network/errors";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";
import { recorded, servedPairs } from "./recorded";

const PLACES: Record<string, MemberSpec> = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  limerick: { cloud: "aws", region: "eu-west-1" },
  stockholm: { cloud: "aws", region: "eu-north-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  tokyo: { cloud: "gcp", region: "asia-northeast1" },
  amsterdam: { cloud: "azure", region: "westeurope" },
  boydton: { cloud: "azure", region: "eastus2" },
  office: { cloud: "site", ranges: ["192.168.40.0/22"], gateway: { address: "203.0.113.7", asn: 64900 } },
};

/** A tree over some of the places, with a link or two more. */
const meshes: fc.Arbitrary<MeshSpec> = fc
  .record({
    names: fc.shuffledSubarray(Object.keys(PLACES), { minLength: 3, maxLength: 5 }),
    parents: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    more: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 2 }),
    chosen: fc.boolean(),
  })
  .map(({ names, parents, more, chosen }) => {
    const members = Object.fromEntries(
      names.map((name) => [name, PLACES[name] ?? {}]),
    ) as MeshSpec["members"];
    const tree = names
      .slice(1)
      .map((name, index) => [name, names[(parents[index] ?? 0) % (index + 1)] ?? ""]);
    const extra = more.map(([a, b]) => [names[a] ?? "", names[b] ?? ""]);
    const known = new Set<string>();
    const links = [...tree, ...extra].flatMap(([a = "", b = ""]) => {
      const key = [a, b].sort().join();
      if (a === "" || b === "" || a === b || known.has(key)) return [];
      known.add(key);
      return [{ a, b }];
    });
    return chosen ? { members, topology: { kind: "auto" } } : { members, topology: { kind: "links", links } };
  });

/** Nothing where the plan refuses it by name: two sites, a cloud that passes nothing on between… */
function withTraffic(spec: MeshSpec): MeshSpec | undefined {
  try {
    const traffic = servedPairs(spec).map((pair) =>
      pair.from === "office" || pair.to === "office" ? { ...pair, ports: ["443/tcp"] } : pair,
    );
    return { ...spec, traffic };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

describe("reach over the resources of a plan", () => {
  it("finds every intent and every link of the plan, and between clusters nobody whom it does not join", async function () {
    this.timeout(300_000);
    let joined = 0;
    await fc.assert(
      fc.asyncProperty(meshes, async (drawn) => {
        const spec = withTraffic(drawn);
        fc.pre(spec !== undefined);
        const { plan, resources } = await recorded(spec);
        const pairs = reachOf(inventory(resources), "none");
        const asked = new Set(plan.traffic.map(({ from, to }) => `${from}>${to}`));
        for (const { a, b } of plan.links) {
          assert.ok(asked.has(`${a}>${b}`) && asked.has(`${b}>${a}`), `the plan does not join ${a} and ${b}`);
        }
        const found = new Set<string>();
        for (const { from, to, layer, ok, path, breaks } of pairs) {
          const way = `${from}>${to}`;
          found.add(way);
          const why = `${layer} ${way}: ${breaks.map(({ message }) => message).join("; ")}`;
          if (layer === "overlay" || asked.has(way)) assert.equal(ok, asked.has(way), why);
          if (ok) assert.deepEqual([path[0], path.at(-1)], [from, to], why);
          if (ok) joined++;
        }
        assert.deepEqual(
          [...asked].filter((way) => !found.has(way)),
          [],
        );
      }),
      { numRuns: 8, seed: 11 },
    );
    assert.ok(joined > 60, String(joined));
  });
});
