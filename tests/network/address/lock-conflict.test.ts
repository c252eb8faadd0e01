import assert from "node:assert/strict";
import fc from "fast-check";
import { allocate } from "../../../network/address/allocate";
import { emptyLock, type Lock, SECTIONS } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { InputError } from "../../../network/errors";
import { requestsOf, type Sketch, sketch } from "./mesh-requests";

const MEND =
  "remove one of the two lines, of the one that is not applied yet, and run `isthmus plan --write`";

function messageOf(text: string): string {
  try {
    parseLock(text);
  } catch (error) {
    assert(error instanceof InputError, String(error));
    return error.message;
  }
  return "";
}

describe("a lock that two branches allocated apart", () => {
  const conflicts: Record<string, [text: string, message: string]> = {
    "ranges that overlap": [
      "ranges:\n  dublin/pods: 10.80.0.0/17\n  oslo/pods: 10.80.64.0/18\n",
      "ranges: oslo/pods 10.80.64.0/18 overlaps dublin/pods 10.80.0.0/17 (line 2)",
    ],
    "a range that overlaps a removed one": [
      "ranges:\n  dublin/pods: { was: 10.80.0.0/17 }\n  oslo/pods: 10.80.0.0/17\n",
      "ranges: oslo/pods 10.80.0.0/17 overlaps dublin/pods 10.80.0.0/17 (removed, still reserved) (line 2)",
    ],
    "equal ASNs": [
      "asns:\n  dublin: 64512\n  oslo: 64512\n",
      "asns: oslo/asn 64512 is also that of dublin/asn, 64512 (line 2)",
    ],
    "equal cluster ids": [
      "clusterIds:\n  dublin: 7\n  oslo: { was: 7 }\n",
      "clusterIds: oslo/cluster-id 7 (removed, still reserved) is also that of dublin/cluster-id, 7 (line 2)",
    ],
    "equal inside ranges": [
      "insides:\n  a~b/tunnel/1: 169.254.64.0/30\n  a~c/tunnel/1: 169.254.64.0/30\n",
      "insides: a~c/tunnel/1 169.254.64.0/30 is also that of a~b/tunnel/1, 169.254.64.0/30 (line 2)",
    ],
    "two values for one key": [
      "asns:\n  dublin: 64512\n  dublin: 64513\n",
      "asns: dublin/asn stands twice, as 64512 and as 64513 (line 2)",
    ],
  };
  for (const [what, [text, message]] of Object.entries(conflicts)) {
    it(`is refused for ${what}, with both names and what to do`, () => {
      assert.equal(messageOf(text), `${message}; ${MEND}`);
    });
  }

  it("may have equal generations", () => {
    assert.equal(messageOf("generations:\n  a~b/tunnel/1: 1\n  a~b/tunnel/2: 1\n"), "");
  });

  it("keeps both branches' allocations, or names the two that collide", () => {
    let clean = 0;
    fc.assert(
      fc.property(sketch(10), sketch(6), sketch(6), (base, one, other) => {
        const start = allocate(emptyLock(), requestsOf(base)).lock;
        const branches = [one, other].map((added) => allocate(start, requestsOf(joined(base, added))).lock);
        const [ours = start, theirs = start] = branches;
        const text = mergedText(formatLock(start), formatLock(ours), formatLock(theirs));
        const message = messageOf(text);
        if (message === "") {
          clean++;
          const merged = parseLock(text);
          for (const entry of [...entries(ours), ...entries(theirs)])
            assert(entries(merged).has(entry), entry);
          return;
        }
        for (const line of message.split("\n")) {
          const [, second = "", first = ""] =
            /^\w+: (\S+) .* (?:overlaps|that of) ([^\s,]+)/.exec(line) ??
            /^\w+: (\S+) stands (twice)/.exec(line) ??
            [];
          assert(second !== "" && first !== "" && second !== first, line);
        }
      }),
      { numRuns: 60 },
    );
    assert(clean > 0, "no merge was clean");
  });

  it("merges cleanly in most cases where each branch adds one member", () => {
    const cities =
      "athens berlin cairo delhi essen faro ghent havana izmir jakarta kyoto lima malmo nantes oslo".split(
        " ",
      );
    const adding = (name: string): Sketch => ({ members: new Map([[name, "aws"]]), linked: () => false });
    const start = formatLock(emptyLock());
    const texts = cities.map((city) =>
      formatLock(allocate(emptyLock(), requestsOf(adding(city), "10.64.0.0/10")).lock),
    );
    const pairs = texts.flatMap((ours, index) =>
      texts.slice(index + 1).map((theirs) => [ours, theirs] as const),
    );
    const clean = pairs.filter(([ours, theirs]) => messageOf(mergedText(start, ours, theirs)) === "");
    assert(clean.length / pairs.length > 0.9, `${clean.length} of ${pairs.length}`);
  });
});

function joined(base: Sketch, added: Sketch): Sketch {
  return { ...base, members: new Map([...added.members, ...base.members]) };
}

function entries(lock: Lock): Set<string> {
  return new Set(
    SECTIONS.flatMap((section) => [...lock[section]].map(([key, value]) => `${section} ${key} ${value}`)),
  );
}

/**
 * What git makes of two texts with one ancestor where it can merge them line by line: what both kept and what
 * either added.
 */
function mergedText(base: string, ours: string, theirs: string): string {
  const [before, mine, yours] = [base, ours, theirs].map(linesBySection);
  return SECTIONS.flatMap((section) => {
    const [old, a, b] = [before, mine, yours].map((text) => text?.get(section) ?? new Set<string>());
    const all = new Set([...(a ?? []), ...(b ?? [])]);
    const kept = [...all].filter((line) => !old?.has(line) || (a?.has(line) && b?.has(line)));
    return [`${section}:`, ...kept.sort()];
  }).join("\n");
}

function linesBySection(text: string): Map<string, Set<string>> {
  const sections = new Map<string, Set<string>>();
  let current = new Set<string>();
  for (const line of text.split("\n")) {
    const [, section] = /^(\w+):$/.exec(line) ?? [];
    if (section) {
      current = new Set();
      sections.set(section, current);
    } else if (line.startsWith("  ")) current.add(line);
  }
  return sections;
}
