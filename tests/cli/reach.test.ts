import assert from "node:assert/strict";
import { join } from "node:path";
import { folder, isthmus, type Run, specText } from "./isthmus";

function check(...args: string[]): Run {
  const file = join(folder({ "mesh.json": specText() }), "mesh.json");
  return isthmus(["check", "--spec", file, ...args]);
}

/** What `check --reach --json` tells of each pair. */
interface Told {
  reach: {
    from: string;
    to: string;
    layer: string;
    ok: boolean;
    path: string[];
    links: string[];
    rtt?: number;
    afterFailures: { failure: { kind: string; name: string }; ok: boolean; path: string[] }[];
  }[];
}

describe("isthmus check --reach", () => {
  it("prints who reaches whom, between nodes and between pods, beside what it prints else", () => {
    const { code, out, err } = check("--reach");
    assert.equal(code, 0, out + err);
    assert.match(out, /^between nodes \(underlay\)\nfrom \\ to +amsterdam +dublin +frankfurt$/m);
    assert.match(out, /^between pods \(overlay\)\nfrom \\ to +amsterdam +dublin +frankfurt$/m);
    assert.match(out, /^dublin +[\d.]+ ms +\. +[\d.]+ ms$/m);
    assert.match(out, /^dublin +frankfurt +dublin > /m);
    assert.match(out, /^0 mandatory violations/m);
  });

  it("gives every ordered pair and layer as JSON, with what is left after each single failure", () => {
    const { code, out, err } = check("--reach", "--json");
    assert.equal(code, 0, out + err);
    const { reach } = JSON.parse(out) as Told;
    assert.equal(reach.length, 12);
    for (const pair of reach) {
      assert.deepEqual(
        Object.keys(pair),
        ["from", "to", "layer", "ok", "path", "links", "rtt", "afterFailures"],
        "a pair that reaches has no breaks to tell",
      );
      assert.equal(pair.ok, true);
      assert.deepEqual([pair.path[0], pair.path.at(-1)], [pair.from, pair.to]);
      assert.ok((pair.rtt ?? 0) > 0);
    }
    assert.deepEqual([...new Set(reach.map(({ layer }) => layer))].sort(), ["overlay", "underlay"]);
    const lost = reach.flatMap(({ afterFailures }) => afterFailures);
    assert.ok(lost.length > 0);
    for (const { failure, ok, path } of lost) {
      assert.ok(failure.kind.length > 0 && failure.name.length > 0);
      assert.equal(path.length > 0, ok);
    }
  });

  it("is silent of it where nobody asks", () => {
    assert.ok(!("reach" in (JSON.parse(check("--json").out) as object)));
    assert.doesNotMatch(check().out, /underlay/);
  });
});
