import assert from "node:assert/strict";
import fc from "fast-check";
import { narrowestLinks, type SizedLink } from "../../../network/link/path-mtu";

describe("the narrowest link of a member's paths", () => {
  it("is its own, where no neighbour passes traffic on", () => {
    const links = [
      { a: "amsterdam", b: "dublin", mtu: 1446 },
      { a: "amsterdam", b: "frankfurt", mtu: 1406 },
    ];
    assert.equal(narrowestLinks(links, () => false).get("dublin"), links[0]);
    assert.equal(narrowestLinks(links, (name) => name === "amsterdam").get("dublin"), links[1]);
  });

  it("is that of a walk over every path, in any mesh", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const link = fc.record({ a: name, b: name, mtu: fc.option(fc.integer({ min: 1300, max: 1500 })) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 9 }), fc.uniqueArray(name), (drawn, transit) => {
        const links = drawn
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, mtu }): SizedLink => ({ a, b, mtu: mtu ?? undefined }));
        const passesOn = (member: string) => transit.some((one) => one === member);
        const found = narrowestLinks(links, passesOn);
        for (const member of "abcdef") {
          assert.equal(found.get(member)?.mtu, walked(member, links, passesOn));
        }
      }),
    );
  });
});

/** Goes from member to member as traffic may. */
function walked(
  start: string,
  links: SizedLink[],
  passesOn: (member: string) => boolean,
): number | undefined {
  const mtus: number[] = [];
  const seen = new Set<string>();
  const waiting = [start];
  for (let hop = waiting.pop(); hop !== undefined; hop = waiting.pop()) {
    if (seen.has(hop)) continue;
    seen.add(hop);
    for (const { a, b, mtu } of links) {
      if (a !== hop && b !== hop) continue;
      if (mtu !== undefined) mtus.push(mtu);
      const next = a === hop ? b : a;
      if (passesOn(next)) waiting.push(next);
    }
  }
  return mtus.length === 0 ? undefined : Math.min(...mtus);
}
