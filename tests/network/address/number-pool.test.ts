import assert from "node:assert/strict";
import { allocateAsns, allocateClusterIds } from "../../../network/address/number-pool";

const EMPTY = { live: new Map<string, number>(), removed: new Map<string, number>() };
const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `m${index}` }));

describe("ASNs", () => {
  it("are unique, and of the range that all clouds take", () => {
    const { live, faults } = allocateAsns(EMPTY, keys(1003), []);
    assert.deepEqual(faults, []);
    assert.equal(new Set(live.values()).size, 1003);
    assert.equal(Math.min(...live.values()), 64512);
    assert.equal(Math.max(...live.values()), 65514);
  });

  it("keep clear of those that were written by hand", () => {
    const [asn] = allocateAsns(EMPTY, [{ key: "dublin" }], []).live.values();
    const { live } = allocateAsns(EMPTY, [{ key: "dublin" }], [asn ?? 0]);
    assert.notEqual(live.get("dublin"), asn);
  });

  it("are not given back where somebody took the number by hand meanwhile", () => {
    const { live, missing } = allocateAsns(
      { live: new Map(), removed: new Map([["dublin", 64600]]) },
      [{ key: "dublin" }],
      [64600],
    );
    assert.deepEqual(missing, ["dublin"]);
    assert.notEqual(live.get("dublin"), 64600);
  });

  it("that are used up are told with how many are left", () => {
    const removed = new Map([["gone", 64512]]);
    const { faults } = allocateAsns({ live: new Map(), removed }, keys(1003), []);
    assert.deepEqual(
      faults.map((fault) => fault.message),
      ["1003 ASNs needed, 1002 left in 64512-65514; removed entries of the lock hold 1, and may be deleted"],
    );
  });
});

describe("cluster ids", () => {
  it("are 1 to 127 as long as there are any", () => {
    assert(Math.max(...allocateClusterIds(EMPTY, keys(127)).live.values()) === 127);
    const all = [...allocateClusterIds(EMPTY, keys(255)).live.values()].sort((a, b) => a - b);
    assert.deepEqual(
      all,
      Array.from({ length: 255 }, (_, index) => index + 1),
    );
  });

  it("that are used up are told with how many are left", () => {
    const { faults } = allocateClusterIds(EMPTY, keys(256));
    assert.deepEqual(
      faults.map((fault) => fault.message),
      ["256 cluster ids needed, 255 left in 1-255"],
    );
  });
});
