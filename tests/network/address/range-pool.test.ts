import assert from "node:assert/strict";
import { cidr, contains } from "../../../network/address/cidr";
import { allocateRanges } from "../../../network/address/range-pool";

const EMPTY = { live: new Map<string, string>(), removed: new Map<string, string>() };
const SUPERNET = [cidr("10.64.0.0/10")];
const keys = (count: number, prefix: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `m${index}`, prefix }));

describe("a new range", () => {
  it("lies in the last quarter of its supernet where it is small, before it where it is large", () => {
    const { live } = allocateRanges(EMPTY, [...keys(50, 20), { key: "pods", prefix: 17 }], SUPERNET, []);
    for (const [key, text] of live) {
      assert.equal(contains(cidr("10.112.0.0/12"), cidr(text)), key !== "pods", `${key} ${text}`);
    }
  });

  it("goes elsewhere when its part of the supernet is full", () => {
    const { live, faults } = allocateRanges(EMPTY, keys(128, 17), SUPERNET, []);
    assert.deepEqual(faults, []);
    assert.equal(new Set(live.values()).size, 128);
  });

  it("may come of several supernets, one in another, in any order", () => {
    const supernets = ["192.168.0.0/16", "10.64.0.0/17", "10.64.0.0/18"].map(cidr);
    const { live, faults } = allocateRanges(EMPTY, keys(3, 17), supernets, []);
    assert.deepEqual(faults, []);
    assert.deepEqual([...live.values()].sort(), ["10.64.0.0/17", "192.168.0.0/17", "192.168.128.0/17"]);
    assert.deepEqual(allocateRanges(EMPTY, keys(3, 17), supernets.reverse(), []).live, live);
  });

  it("is none that a cloud refuses", () => {
    const { live } = allocateRanges(EMPTY, keys(13, 16), [cidr("172.16.0.0/12")], []);
    assert.equal(live.size, 13);
    for (const denied of ["172.17.0.0/16", "172.30.0.0/16", "172.31.0.0/16"]) {
      assert(![...live.values()].includes(denied), denied);
    }
  });

  it("that finds no room is told with what is needed and the largest that is left", () => {
    const [fault, ...more] = allocateRanges(
      EMPTY,
      [{ key: "dublin/pods", prefix: 17 }],
      [cidr("10.64.0.0/16")],
      [cidr("10.64.0.0/18"), cidr("10.64.128.0/19")],
    ).faults;
    assert.deepEqual(more, []);
    assert.equal(
      fault?.message,
      "no room for dublin/pods: a /17 (32768 addresses) is needed, in 10.64.0.0/16 the largest free aligned block is /18; add a supernet",
    );
  });

  it("that finds no room is told what removed entries hold", () => {
    const removed = new Map([["gone/pods", "10.64.0.0/16"]]);
    const { faults } = allocateRanges({ live: new Map(), removed }, keys(5, 17), [cidr("10.64.0.0/16")], []);
    assert.deepEqual(
      faults.map((fault) => fault.message),
      [
        "no room for m0, m1, m2 and 2 more: 5 blocks of /17 (163840 addresses) are needed, in 10.64.0.0/16 nothing is left; " +
          "add a supernet, or delete removed entries of the lock, which hold 65536 addresses",
      ],
    );
  });

  it("is not allocated in IPv6", () => {
    const { faults } = allocateRanges(EMPTY, keys(1, 20), [cidr("fd00::/8")], []);
    assert.match(faults[0]?.message ?? "", /^fd00::\/8 is IPv6; ranges are allocated in IPv4/);
  });
});

describe("a range that stands", () => {
  it("is never resized, nor moved for a supernet that changed or a range written by hand", () => {
    const live = new Map([["dublin/pods", "10.80.0.0/20"]]);
    const request = [{ key: "dublin/pods", prefix: 17 }];
    const after = allocateRanges({ ...EMPTY, live }, request, [cidr("192.168.0.0/16")], [cidr("10.0.0.0/8")]);
    assert.deepEqual(after.live, live);
  });
});

describe("a removed range", () => {
  const removed = new Map([["dublin/pods", "10.80.0.0/18"]]);
  const again = (prefix: number, supernets = SUPERNET, avoid: string[] = []) =>
    allocateRanges(
      { live: new Map(), removed },
      [{ key: "dublin/pods", prefix }],
      supernets,
      avoid.map(cidr),
    );

  it("is given back, also where less would do", () => {
    assert.deepEqual(again(18).revived, ["dublin/pods"]);
    assert.equal(again(20).live.get("dublin/pods"), "10.80.0.0/18");
  });

  it("is not given back where it is too small, was taken by hand, or is outside the supernets now", () => {
    for (const after of [
      again(17),
      again(18, SUPERNET, ["10.80.32.0/24"]),
      again(18, [cidr("192.168.0.0/16")]),
    ]) {
      assert.deepEqual(after.missing, ["dublin/pods"]);
      assert.notEqual(after.live.get("dublin/pods"), "10.80.0.0/18");
      assert.equal(after.removed.size, 0);
    }
  });
});
