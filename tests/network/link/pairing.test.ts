import assert from "node:assert/strict";
import { insidePool, tunnelTable } from "../../../network/link/pairing";
import { Cloud } from "../../../network/spec/shape";

const built = ["aws", "gcp", "azure"] as const;
const pairs = built.flatMap((a) => built.filter((b) => b !== a).map((b) => [a, b] as const));

describe("the tunnels of a link", () => {
  it("are four where AWS is an end, two for each interface of the peer", () => {
    for (const peer of ["gcp", "azure"] as const) {
      const rows = tunnelTable("aws", peer) ?? [];
      assert.deepEqual(
        rows.map(({ a, b }) => [a, b]),
        [
          [0, 0],
          [1, 0],
          [2, 1],
          [3, 1],
        ],
      );
    }
  });

  it("are two between Google Cloud and Azure, straight across", () => {
    const rows = tunnelTable("gcp", "azure") ?? [];
    assert.deepEqual(
      rows.map(({ a, b }) => [a, b]),
      [
        [0, 0],
        [1, 1],
      ],
    );
  });

  it("give AWS the first inside host always, Azure never", () => {
    for (const [a, b] of pairs) {
      for (const { first } of tunnelTable(a, b) ?? []) {
        const owner = first === "a" ? a : b;
        assert.ok(owner !== "azure");
        if (a === "aws" || b === "aws") assert.equal(owner, "aws");
      }
    }
  });

  it("are the same from either end", () => {
    for (const [a, b] of pairs) {
      const back = tunnelTable(b, a)?.map((row) => ({
        a: row.b,
        b: row.a,
        first: row.first === "a" ? "b" : "a",
      }));
      assert.deepEqual(tunnelTable(a, b), back);
      assert.equal(insidePool(a, b), insidePool(b, a));
    }
  });

  it("use both interfaces of each end, so that losing one leaves the link", () => {
    for (const [a, b] of pairs) {
      assert.ok(new Set(tunnelTable(a, b)?.map((row) => row.a)).size >= 2, `${a} ${b}`);
    }
  });

  it("take inside addresses from Azure's own pool where Azure is an end", () => {
    assert.equal(insidePool("aws", "azure"), "azure-paired");
    assert.equal(insidePool("gcp", "azure"), "azure");
    assert.equal(insidePool("aws", "gcp"), "general");
  });

  it("are none inside one cloud or to a site", () => {
    for (const cloud of Object.values(Cloud)) {
      assert.equal(tunnelTable(cloud, cloud), undefined);
      assert.equal(tunnelTable(cloud, "site"), undefined);
      assert.equal(insidePool("site", cloud), undefined);
    }
  });
});
