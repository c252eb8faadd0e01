import assert from "node:assert/strict";
import { breaksOf, example, leftAfter, pair, peerNetworks } from "./example";

/** Two networks peered in one cloud, and a third member behind a tunnel to the first. */
function peered(lends: boolean) {
  const inventory = example(
    {
      amsterdam: { cloud: "azure", range: "10.1.0.0/16", asn: 64512 },
      boydton: { cloud: "azure", range: "10.2.0.0/16" },
      dublin: { cloud: "aws", range: "10.3.0.0/16", asn: 64513 },
    },
    "amsterdam~dublin",
  );
  peerNetworks(inventory, "azure", "amsterdam", "boydton", lends);
  return inventory;
}

describe("reach over a peering of networks", () => {
  it("needs no route", () => {
    const { ok, path, links } = pair(peered(false), "amsterdam>boydton");
    assert.deepEqual([ok, path, links], [true, ["amsterdam", "boydton"], ["amsterdam~boydton"]]);
  });

  it("ends at the peer, unless that lends its gateway", () => {
    assert.deepEqual(breaksOf(peered(false), "boydton>dublin"), [
      "black-hole urn:boydton-nodes: 10.2.0.0/16 of boydton has no route to 10.3.0.0/16 of dublin",
    ]);
    const { ok, path, links } = pair(peered(true), "boydton>dublin");
    assert.deepEqual(
      [ok, path, links],
      [true, ["boydton", "amsterdam", "dublin"], ["amsterdam~boydton", "amsterdam~dublin"]],
    );
    assert.deepEqual(pair(peered(true), "dublin>boydton").path, ["dublin", "amsterdam", "boydton"]);
  });

  it("needs both the lender's word and the user's", () => {
    for (const key of ["lendsGateway", "usesGateway"] as const) {
      const inventory = peered(true);
      for (const half of inventory.peerings) half[key] = false;
      assert.equal(pair(inventory, "boydton>dublin").ok, false, key);
      assert.equal(pair(inventory, "boydton>amsterdam").ok, true, key);
    }
  });

  it("needs both halves, each of them on", () => {
    const alone = peered(true);
    alone.peerings = alone.peerings.slice(1);
    const off = peered(true);
    for (const half of off.peerings.slice(0, 1)) half.accepted = false;
    for (const inventory of [alone, off]) {
      assert.match(breaksOf(inventory, "boydton>amsterdam")[0] ?? "", /^black-hole urn:boydton-nodes: /);
    }
  });

  it("leads no further than one peering", () => {
    const inventory = example({
      one: { cloud: "gcp", range: "10.1.0.0/16" },
      two: { cloud: "gcp", range: "10.2.0.0/16" },
      three: { cloud: "gcp", range: "10.3.0.0/16" },
    });
    peerNetworks(inventory, "gcp", "one", "two");
    peerNetworks(inventory, "gcp", "two", "three");
    assert.equal(pair(inventory, "one>two").ok, true);
    assert.equal(pair(inventory, "one>three").ok, false);
  });

  it("is lost with the peering, and with the lender", () => {
    const inventory = peered(true);
    assert.deepEqual(leftAfter(inventory, "boydton>dublin", "link"), {
      "amsterdam~boydton": "lost",
      "amsterdam~dublin": "lost",
    });
    assert.deepEqual(leftAfter(inventory, "boydton>dublin", "member"), { amsterdam: "lost" });
  });
});
