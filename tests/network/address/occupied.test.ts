import assert from "node:assert/strict";
import fc from "fast-check";
import { firstFree, largestFree, type Occupied, occupant, occupy } from "../../../network/address/occupied";

const ZONE = { first: 0, last: 255 };
const blocks = fc.array(
  fc
    .tuple(fc.nat(255), fc.nat(40))
    .map(([first, length]) => ({ first, last: Math.min(255, first + length) })),
  { maxLength: 15 },
);

describe("what is taken of an address space", () => {
  it("is told as if each address were marked, in order and without seams", () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(1, 2, 4, 8, 16, 32), (taken, size) => {
        const occupied: Occupied = [];
        const marked = new Array<boolean>(256).fill(false);
        for (const block of taken) {
          occupy(occupied, block);
          marked.fill(true, block.first, block.last + 1);
        }
        for (const [index, block] of occupied.entries()) {
          assert(block.first > (occupied[index - 1]?.last ?? -2) + 1);
        }
        for (const [address, isTaken] of marked.entries()) {
          assert.equal(occupant(occupied, { first: address, last: address }) !== undefined, isTaken);
        }
        const free = [...marked.keys()].find(
          (first) => first % size === 0 && !marked.slice(first, first + size).includes(true),
        );
        assert.equal(firstFree(occupied, ZONE, size)?.first, free);
      }),
    );
  });

  it("leaves a largest aligned block", () => {
    const occupied: Occupied = [];
    occupy(occupied, { first: 0, last: 100 });
    assert.equal(largestFree(occupied, ZONE, 256), 128);
    occupy(occupied, { first: 130, last: 255 });
    assert.equal(largestFree(occupied, ZONE, 256), 16);
    occupy(occupied, ZONE);
    assert.equal(largestFree(occupied, ZONE, 256), 0);
  });
});
