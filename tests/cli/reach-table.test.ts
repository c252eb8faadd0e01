import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { reachTables } from "../../cli/reach-table";
import type { PairReach } from "../../network/reach/verdict";

function pair(from: string, to: string, facts: Partial<PairReach> = {}): PairReach {
  return {
    from,
    to,
    layer: "underlay",
    ok: true,
    path: [from, to],
    links: [],
    breaks: [],
    afterFailures: [],
    ...facts,
  };
}

const shown = (pairs: PairReach[]) =>
  stripVTControlCharacters(reachTables(pairs))
    .split("\n")
    .map((line) => line.trim().replace(/ {2,}/g, " | "));

describe("reachTables", () => {
  it("shows a row and a column a member: the round trip, that there is a way, or that there is none", () => {
    const lines = shown([
      pair("dublin", "frankfurt", { rtt: 23.6 }),
      pair("dublin", "tokyo"),
      pair("frankfurt", "dublin", { ok: false, path: [] }),
    ]);
    assert.deepEqual(lines.slice(0, 5), [
      "between nodes (underlay)",
      "from \\ to | dublin | frankfurt | tokyo",
      "dublin | . | 23.6 ms | yes",
      "frankfurt | no | . | -",
      "tokyo | - | - | .",
    ]);
  });

  it("shows each way with what it is lost with, and the way that is left after what it is not", () => {
    const lines = shown([
      pair("dublin", "frankfurt", {
        afterFailures: [
          { failure: { kind: "member", name: "amsterdam" }, ok: false, path: [] },
          {
            failure: { kind: "link", name: "dublin~frankfurt" },
            ok: true,
            path: ["dublin", "boydton", "frankfurt"],
          },
        ],
      }),
    ]);
    assert.ok(
      lines.includes("dublin | frankfurt | dublin > frankfurt | amsterdam | dublin > boydton > frankfurt"),
      lines.join("\n"),
    );
  });

  it("shows what stops a pair", () => {
    const breaks: PairReach["breaks"] = [
      { kind: "loop", message: "packets come back to dublin", origin: { urn: "urn:x" } },
    ];
    const lines = shown([pair("dublin", "frankfurt", { ok: false, path: [], breaks })]);
    assert.ok(
      lines.includes("dublin | frankfurt | none: packets come back to dublin | - | -"),
      lines.join("\n"),
    );
  });

  it("shows nodes and pods apart, nodes first", () => {
    const lines = shown([pair("a", "b", { layer: "overlay" }), pair("a", "b")]);
    const at = (title: string) => lines.indexOf(title);
    assert.ok(at("between nodes (underlay)") !== -1);
    assert.ok(at("between nodes (underlay)") < at("between pods (overlay)"));
  });

  it("says so where nobody has hosts", () => {
    assert.deepEqual(shown([]), ["no two members with hosts"]);
  });
});
