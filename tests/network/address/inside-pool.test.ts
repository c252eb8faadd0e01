import assert from "node:assert/strict";
import { allocateInsides, type InsideRequest } from "../../../network/address/inside-pool";

const EMPTY = { live: new Map<string, string>(), removed: new Map<string, string>() };
const paired = (link: string): InsideRequest => ({ link, pool: "azure-paired", tunnels: 4 });
const single = (link: string): InsideRequest => ({ link, pool: "azure", tunnels: 2 });
const general = (link: string): InsideRequest => ({ link, pool: "general", tunnels: 4 });
const links = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}~${index}`);

/** The place of a /30 in its half, and the half. */
function place(range: string | undefined): [half: number, place: number] {
  const [, half, last] = /^169\.254\.(\d+)\.(\d+)\/30$/.exec(range ?? "") ?? [];
  return [Number(half), Number(last) / 4];
}

describe("inside ranges of a link's tunnels", () => {
  it("between AWS and Azure are one place in both halves for each Azure instance", () => {
    const { live, faults } = allocateInsides(EMPTY, [paired("a~b")]);
    assert.deepEqual(faults, []);
    const [one, two, three, four] = [1, 2, 3, 4].map((n) => place(live.get(`a~b/tunnel/${n}`)));
    assert.deepEqual([one?.[0], two?.[0], three?.[0], four?.[0]], [21, 22, 21, 22]);
    assert.equal(one?.[1], two?.[1]);
    assert.equal(three?.[1], four?.[1]);
    assert.notEqual(one?.[1], three?.[1]);
  });

  it("of other links with Azure are single ones of the same pool", () => {
    const { live } = allocateInsides(EMPTY, [single("a~b")]);
    assert.deepEqual([...live.keys()], ["a~b/tunnel/1", "a~b/tunnel/2"]);
    for (const range of live.values()) assert.match(range, /^169\.254\.2[12]\./);
  });

  it("of links without Azure keep out of its pool and of what AWS reserves", () => {
    const { live } = allocateInsides(EMPTY, links(200, "a").map(general));
    assert.equal(new Set(live.values()).size, 800);
    for (const range of live.values()) {
      const third = place(range)[0];
      assert(third >= 64 && third <= 127, range);
    }
  });

  it("fill Azure's pool to the last place, pairs first", () => {
    const { live, faults } = allocateInsides(EMPTY, [
      ...links(8, "s").map(single),
      ...links(28, "p").map(paired),
    ]);
    assert.deepEqual(faults, []);
    assert.equal(new Set(live.values()).size, 128);
  });

  it("that find no room are told with how many are left", () => {
    const { faults } = allocateInsides(EMPTY, links(33, "p").map(paired));
    assert.equal(faults.length, 1);
    assert.match(
      faults[0]?.message ?? "",
      /^no inside ranges for p~9: 4 more needed in pairs, 0 left in 169\.254\.21\.0-169\.254\.22\.255, all that Azure takes: 128 of them \(azure-docs .*\); join fewer/,
    );
  });

  it("that removed links hold are told apart", () => {
    const full = allocateInsides(EMPTY, links(32, "p").map(paired));
    const { faults } = allocateInsides({ live: new Map(), removed: full.live }, [single("a~b")]);
    assert.match(faults[0]?.message ?? "", /2 more needed, 0 left .*; removed entries of the lock hold 128/);
  });

  it("go beside the one of a pair that stands, or to a single place where that is taken", () => {
    const live = new Map([["a~b/tunnel/1", "169.254.21.40/30"]]);
    const beside = allocateInsides({ ...EMPTY, live }, [paired("a~b")]);
    assert.equal(beside.live.get("a~b/tunnel/2"), "169.254.22.40/30");

    const removed = new Map([["x~y/tunnel/1", "169.254.22.40/30"]]);
    const elsewhere = allocateInsides({ live, removed }, [paired("a~b")]);
    assert.deepEqual(elsewhere.faults, []);
    assert.match(elsewhere.live.get("a~b/tunnel/2") ?? "", /^169\.254\.2[12]\./);
  });

  it("are new where a member went to another cloud under the same name", () => {
    const before = allocateInsides(EMPTY, [general("a~b")]);
    const after = allocateInsides({ ...EMPTY, live: before.live }, [paired("a~b")]);
    assert.equal(after.missing.length, 4);
    for (const range of after.live.values()) assert.match(range, /^169\.254\.2[12]\./);
  });
});
