import assert from "node:assert/strict";
import { TRANSIT } from "../../../clouds/transit";
import {
  ADJACENCIES,
  type Adjacency,
  countsOn,
  passesOn,
  type TransitFact,
  type TransitTable,
} from "../../../network/routing/transit";

const fact = (passes: TransitFact["passes"], needs?: TransitFact["needs"]): TransitFact => ({
  passes,
  ...(needs ? { needs } : {}),
  why: "",
  source: "",
});

/** A table whose every cell says the same. */
function tableOf(cell: TransitFact, made: TransitTable["made"] = []): TransitTable {
  const row = Object.fromEntries(ADJACENCIES.map((to) => [to, cell])) as Record<Adjacency, TransitFact>;
  const cells = Object.fromEntries(ADJACENCIES.map((from) => [from, row])) as TransitTable["cells"];
  return { cloud: "aws", devices: [], cells, filters: [], made };
}

/** Every cell of every table. */
const cells = Object.values(TRANSIT).flatMap((table) =>
  ADJACENCIES.flatMap((from) =>
    ADJACENCIES.map((to) => ({ name: `${table.cloud}, ${from} to ${to}`, table, ...table.cells[from][to] })),
  ),
);

describe("transit", () => {
  it("passes on what a table says that it does, given everything that it needs", () => {
    const needy = tableOf(fact("yes", ["same-route-table", "network-route"]));
    assert.equal(passesOn(needy, "vpn", "vpn", ["network-route", "same-route-table"]), true);
    assert.equal(passesOn(needy, "vpn", "vpn", ["same-route-table"]), false);
    assert.equal(passesOn(tableOf(fact("yes")), "vpn", "vpn", []), true);
    assert.equal(passesOn(tableOf(fact("no")), "vpn", "vpn", ["same-route-table"]), false);
  });

  it("is not known where no document says, and nothing counts on it then", () => {
    const silent = tableOf(fact("unknown"));
    assert.equal(passesOn(silent, "vpn", "vpn", []), undefined);
    assert.equal(countsOn(silent, "vpn", "vpn"), false);
    assert.equal(countsOn(tableOf(fact("yes")), "vpn", "vpn"), true);
    assert.equal(countsOn(tableOf(fact("yes", ["data-transfer"])), "vpn", "vpn"), false);
    assert.equal(countsOn(tableOf(fact("yes", ["data-transfer"]), ["data-transfer"]), "vpn", "vpn"), true);
  });
});

describe("the clouds' transit tables", () => {
  it("say of each cell why, and name a dated document or one at a commit, or that there is none", () => {
    for (const { name, passes, why, source, table } of cells) {
      assert.ok(why.length > 0, name);
      if (table.cloud === "site") assert.equal(passes, "unknown", name);
      else if (passes === "unknown") assert.equal(source, "not found in a document", name);
      else assert.match(source, /20\d\d|@ [0-9a-f]{7}/, name);
    }
    for (const { cloud, filters } of Object.values(TRANSIT)) {
      for (const { what, over, source } of filters) {
        assert.ok(over.length > 0, `${cloud}: ${what}`);
        assert.match(source, /20\d\d|@ [0-9a-f]{7}/, `${cloud}: ${what}`);
      }
    }
  });

  it("ask for settings only where something passes, and for every setting that isthmus makes", () => {
    for (const { name, passes, needs, prevent } of cells) {
      if (passes === "no") assert.deepEqual([needs, prevent], [undefined, undefined], name);
      if (needs) assert.equal(passes, "yes", name);
    }
    for (const { cloud, made } of Object.values(TRANSIT)) {
      const used = cells.filter(({ table }) => table.cloud === cloud).flatMap(({ needs }) => needs ?? []);
      for (const setting of made) assert.ok(used.includes(setting), `${cloud}: ${setting}`);
    }
  });
});
