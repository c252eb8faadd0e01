import assert from "node:assert/strict";
import fc from "fast-check";
import { type Occupied, occupy } from "../../../network/address/occupied";
import { probe } from "../../../network/address/probe";

const ZONES = [
  { first: 3, last: 40 },
  { first: 64, last: 65 },
  { first: 128, last: 191 },
];

describe("the search for a free slot", () => {
  it("begins at the slot that the hash says, over all zones", () => {
    const starts = Array.from({ length: 13 }, (_, hash) => probe([], ZONES, 8, hash)?.first);
    assert.deepEqual(starts, [8, 16, 24, 32, 128, 136, 144, 152, 160, 168, 176, 184, 8]);
  });

  it("goes round until every slot has been taken once", () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 4, 8, 16), fc.nat(), (size, hash) => {
        const occupied: Occupied = [];
        const found = new Set<number>();
        for (
          let block = probe(occupied, ZONES, size, hash);
          block;
          block = probe(occupied, ZONES, size, hash)
        ) {
          assert(ZONES.some((zone) => zone.first <= block.first && block.last <= zone.last));
          assert.equal(block.first % size, 0);
          found.add(block.first);
          occupy(occupied, block);
        }
        const slots = ZONES.flatMap((zone) =>
          Array.from({ length: 256 / size }, (_, index) => index * size).filter(
            (first) => zone.first <= first && first + size - 1 <= zone.last,
          ),
        );
        assert.deepEqual(
          [...found].sort((a, b) => a - b),
          slots,
        );
      }),
    );
  });

  it("finds nothing where no slot fits", () => {
    assert.equal(probe([], ZONES, 128, 7), undefined);
    assert.equal(probe([], [], 1, 7), undefined);
  });
});
