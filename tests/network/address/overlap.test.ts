import assert from "node:assert/strict";
import fc from "fast-check";
import { type Cidr, cidr, cidrAt, overlaps as share } from "../../../network/address/cidr";
import { overlaps } from "../../../network/address/overlap";

/** Few distinct addresses, so that many ranges meet; both versions. */
const range = fc
  .tuple(fc.constantFrom(4 as const, 6 as const), fc.nat(255), fc.nat(8))
  .map(([version, value, length]) => {
    const shift = version === 4 ? 24n : 120n;
    return cidrAt(version, BigInt(value & (0xff00 >> length)) << shift, length);
  });

const named = (texts: string[]) => texts.map((text, index) => ({ name: `${index}`, cidr: cidr(text) }));
const texts = (pairs: { cidr: Cidr }[][]) => pairs.map((pair) => pair.map((one) => one.cidr.text).join(" "));

describe("overlapping ranges", () => {
  it("are found as pairs, the one that holds the other first", () => {
    const found = overlaps(named(["10.0.1.0/24", "10.1.0.0/16", "10.0.0.0/16", "10.0.1.128/25"]));
    assert.deepEqual(texts(found), [
      "10.0.0.0/16 10.0.1.0/24",
      "10.0.0.0/16 10.0.1.128/25",
      "10.0.1.0/24 10.0.1.128/25",
    ]);
  });

  it("are found where both are the same range", () => {
    const [pair] = overlaps(named(["10.0.0.0/16", "10.0.0.0/16"]));
    assert.deepEqual(
      pair?.map((one) => one.name),
      ["0", "1"],
    );
  });

  it("are not found where one only follows the other, or is of the other version", () => {
    assert.deepEqual(overlaps(named(["10.0.0.0/16", "10.1.0.0/16", "::/0", "0.0.0.0/8"])), []);
    assert.deepEqual(overlaps([]), []);
  });

  it("are exactly those that looking at every pair finds", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 60 }), (ranges) => {
        const items = ranges.map((one, index) => ({ index, cidr: one }));
        const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
        const expected = items.flatMap((a) =>
          items.filter((b) => a.index < b.index && share(a.cidr, b.cidr)).map((b) => key(a.index, b.index)),
        );
        const found = overlaps(items).map(([a, b]) => key(a.index, b.index));
        assert.deepEqual(found.sort(), expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("come in the same order whatever the order of the ranges", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
        const forth = overlaps(ranges.map((one) => ({ cidr: one })));
        const back = overlaps([...ranges].reverse().map((one) => ({ cidr: one })));
        assert.deepEqual(texts(forth), texts(back));
      }),
    );
  });
});
