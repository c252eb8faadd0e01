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

  it("are none inside one cloud, nor between two sites", () => {
    for (const cloud of Object.values(Cloud)) {
      assert.equal(tunnelTable(cloud, cloud), undefined);
      assert.equal(insidePool(cloud, cloud), undefined);
    }
  });
});

describe("the tunnels between a cloud and a site", () => {
  const interfaces = (cloud: Cloud, devices: number) =>
    tunnelTable(cloud, "site", devices)?.map(({ a, b }) => [a, b]);

  it("are two to each device from AWS, in a connection of its own", () => {
    const one = [
      [0, 0],
      [1, 0],
    ];
    assert.deepEqual(interfaces("aws", 1), one);
    assert.deepEqual(interfaces("aws", 2), [...one, [2, 1], [3, 1]]);
  });

  it("are two in all from Google Cloud: both interfaces to the only device, or one to each", () => {
    assert.deepEqual(interfaces("gcp", 1), [
      [0, 0],
      [1, 0],
    ]);
    assert.deepEqual(interfaces("gcp", 2), [
      [0, 0],
      [1, 1],
    ]);
  });

  it("are one from each of Azure's instances to each device, the two of a device in one connection", () => {
    const shares = (devices: number) => tunnelTable("azure", "site", devices)?.map((row) => row.shares);
    assert.deepEqual(interfaces("azure", 1), [
      [0, 0],
      [1, 0],
    ]);
    assert.deepEqual(shares(1), [undefined, 0]);
    assert.deepEqual(interfaces("azure", 2), [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    assert.deepEqual(shares(2), [undefined, 0, undefined, 2]);
  });

  it("are the same from either end, and leave the second host of a /30 to Azure, the first to AWS", () => {
    for (const cloud of built) {
      for (const devices of [1, 2]) {
        const straight = tunnelTable(cloud, "site", devices) ?? [];
        assert.deepEqual(
          tunnelTable("site", cloud, devices)?.map(({ a, b, first, shares }) => [b, a, first, shares]),
          straight.map(({ a, b, first, shares }) => [a, b, first === "a" ? "b" : "a", shares]),
        );
        for (const { first } of straight) assert.equal(first, cloud === "azure" ? "b" : "a");
      }
      assert.equal(insidePool(cloud, "site"), cloud === "azure" ? "azure" : "general");
    }
  });

  it("use both interfaces of the cloud's end, and every device", () => {
    for (const cloud of built) {
      for (const devices of [1, 2]) {
        const rows = tunnelTable(cloud, "site", devices) ?? [];
        assert.ok(new Set(rows.map(({ a }) => a)).size >= 2);
        assert.equal(new Set(rows.map(({ b }) => b)).size, devices);
      }
    }
  });
});
