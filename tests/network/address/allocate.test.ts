import assert from "node:assert/strict";
import fc from "fast-check";
import { allocate } from "../../../network/address/allocate";
import { cidr, overlaps as share } from "../../../network/address/cidr";
import { emptyLock, type Lock, SECTIONS } from "../../../network/address/lock";
import { overlaps } from "../../../network/address/overlap";
import { requestsOf, type Sketch, shuffled, sketch } from "./mesh-requests";

const NOTHING = requestsOf({ members: new Map(), linked: () => false });

const THREE: Sketch = {
  members: new Map([
    ["amsterdam", "azure"],
    ["dublin", "aws"],
    ["frankfurt", "gcp"],
  ]),
  linked: () => true,
};

/** Every live entry of a lock as one line. */
function lines(lock: Lock): Set<string> {
  return new Set(
    SECTIONS.flatMap((section) => [...lock[section]].map(([key, value]) => `${section} ${key} ${value}`)),
  );
}

describe("allocating a mesh", () => {
  it("gives every request a value, and says which", () => {
    const { lock, added, removed } = allocate(emptyLock(), requestsOf(THREE));
    assert.deepEqual(
      [...lock.ranges.keys()],
      [
        "amsterdam/gateway",
        "amsterdam/nodes",
        "amsterdam/pods",
        "amsterdam/services",
        "dublin/nodes",
        "dublin/pods",
        "dublin/services",
        "frankfurt/control-plane",
        "frankfurt/nodes",
        "frankfurt/pods",
        "frankfurt/services",
      ],
    );
    assert.deepEqual([...lock.asns.keys()], ["amsterdam", "dublin", "frankfurt"]);
    assert.equal(lock.insides.size, 4 + 2 + 4);
    assert.deepEqual(new Set(lock.generations.values()), new Set([1]));
    assert(added.includes("dublin/asn") && added.includes("amsterdam~dublin/tunnel/1/generation"));
    assert.equal(added.length, 11 + 3 + 3 + 3 + 10 + 10);
    assert.deepEqual(removed, []);
  });

  it("adds nothing where the lock has everything", () => {
    const { lock } = allocate(emptyLock(), requestsOf(THREE));
    assert.deepEqual(allocate(lock, requestsOf(THREE)), { lock, added: [], removed: [] });
  });

  it("keeps a generation that was raised to rotate a key", () => {
    const { lock } = allocate(emptyLock(), requestsOf(THREE));
    const generations = new Map(lock.generations).set("amsterdam~dublin/tunnel/2", 5);
    const again = allocate({ ...lock, generations }, requestsOf(THREE));
    assert.deepEqual(again.lock.generations, generations);
  });

  it("keeps what a member had while its range is given by hand, and gives it back afterwards", () => {
    const before = allocate(emptyLock(), requestsOf(THREE)).lock;
    const requests = requestsOf(THREE);
    const byHand = allocate(before, {
      ...requests,
      ranges: requests.ranges.filter(({ key }) => key !== "dublin/pods"),
      avoid: [cidr("100.64.0.0/16")],
    });
    assert.deepEqual(byHand.removed, ["dublin/pods"]);
    assert.equal(byHand.lock.removed.ranges.get("dublin/pods"), before.ranges.get("dublin/pods"));
    assert.deepEqual(allocate(byHand.lock, requests), { lock: before, added: ["dublin/pods"], removed: [] });
  });

  it("tells all that lacks room at once", () => {
    const members = new Map([...Array(300).keys()].map((index) => [`m${index}`, "aws" as const]));
    const requests = requestsOf({ members, linked: () => false }, "10.64.0.0/16");
    assert.throws(
      () => allocate(emptyLock(), requests),
      (error: Error) =>
        /no room for m10\/pods, m100\/pods/.test(error.message) &&
        /300 cluster ids needed, 255 left/.test(error.message),
    );
  });

  it("overlaps neither itself, nor what is to be avoided, nor what no cloud takes", () => {
    fc.assert(
      fc.property(sketch(25), (mesh) => {
        const requests = { ...requestsOf(mesh), avoid: ["10.0.0.0/10", "10.128.0.0/10"].map(cidr) };
        const ranges = [...allocate(emptyLock(), requests).lock.ranges.values()].map((text) => ({
          cidr: cidr(text),
        }));
        assert.deepEqual(overlaps(ranges), []);
        for (const range of ranges) assert(!requests.avoid.some((avoided) => share(avoided, range.cidr)));
      }),
    );
  });

  it("does not depend on the order in which things are written", () => {
    fc.assert(
      fc.property(sketch(25), sketch(25), (before, after) => {
        const { lock } = allocate(emptyLock(), requestsOf(before));
        assert.deepEqual(allocate(emptyLock(), shuffled(requestsOf(before))).lock, lock);
        assert.deepEqual(allocate(lock, shuffled(requestsOf(after))), allocate(lock, requestsOf(after)));
      }),
    );
  });

  it("moves nothing of a member that stays, whatever comes and goes beside it", () => {
    fc.assert(
      fc.property(sketch(20), sketch(20), (one, other) => {
        const before = allocate(emptyLock(), requestsOf(one)).lock;
        const both = { ...one, members: new Map([...other.members, ...one.members]) };
        const grown = allocate(before, requestsOf(both));
        const kept = lines(grown.lock);
        for (const line of lines(before)) assert(kept.has(line), line);
        assert.deepEqual(grown.removed, []);

        const shrunk = allocate(grown.lock, requestsOf(one));
        assert.deepEqual(lines(shrunk.lock), lines(before));
        assert.deepEqual(shrunk.added, []);
      }),
    );
  });

  it("keeps what is removed for the one that had it, and gives it back", () => {
    fc.assert(
      fc.property(sketch(20), sketch(20), (one, other) => {
        const before = allocate(emptyLock(), requestsOf(one)).lock;
        const gone = allocate(before, NOTHING);
        assert.equal(lines(gone.lock).size, 0);

        const others = new Map([...other.members].filter(([name]) => !one.members.has(name)));
        const between = allocate(gone.lock, requestsOf({ ...other, members: others })).lock;
        const taken = [...between.ranges.values()].map(cidr);
        for (const text of between.removed.ranges.values()) {
          assert(!taken.some((range) => share(range, cidr(text))), text);
        }
        assert.deepEqual(lines(allocate(between, requestsOf(one)).lock), lines(before));
      }),
    );
  });
});
