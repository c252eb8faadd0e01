import assert from "node:assert/strict";
import { addGatewayRoute, breaksOf, example, networkOf, pair, peerGateways } from "./example";

/** Two transit gateways, peered, and a third member behind a tunnel to the first. */
function regions() {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      stockholm: { cloud: "aws", range: "10.2.0.0/16", asn: 64513 },
      amsterdam: { cloud: "azure", range: "10.3.0.0/16", asn: 64514 },
    },
    "amsterdam~dublin",
  );
  peerGateways(inventory, "dublin", "stockholm");
  return inventory;
}

describe("reach over a peering of transit gateways", () => {
  it("follows static routes there and back", () => {
    const { ok, path, links } = pair(regions(), "dublin>stockholm");
    assert.deepEqual([ok, path, links], [true, ["dublin", "stockholm"], ["dublin~stockholm"]]);
  });

  it("finds a route that is missing on one side, and one that leads to a half that is gone", () => {
    const without = regions();
    without.gatewayRoutes = without.gatewayRoutes.filter(
      ({ gateway }) => gateway !== "urn:stockholm-gateway",
    );
    assert.match(
      breaksOf(without, "dublin>stockholm")[0] ?? "",
      /^one-way urn:stockholm-gateway: .* has no route to 10\.1\.0\.0\/16 over its peering with dublin$/,
    );
    const astray = regions();
    for (const route of astray.gatewayRoutes) delete route.via;
    assert.match(breaksOf(astray, "dublin>stockholm")[0] ?? "", /^black-hole .* leads nowhere$/);
  });

  it("finds a half that is not accepted, not there, or looked up nowhere", () => {
    const refused = regions();
    for (const half of refused.peerings) if (half.own === "urn:stockholm-gateway") half.accepted = false;
    const alone = regions();
    alone.peerings = alone.peerings.slice(0, 1);
    const unread = regions();
    for (const half of unread.peerings) if (half.own === "urn:stockholm-gateway") half.lookedUp = false;
    for (const inventory of [refused, alone, unread]) {
      const [first] = breaksOf(inventory, "dublin>stockholm");
      assert.match(first ?? "", /^black-hole .*the peering dublin~stockholm is not accepted, or /);
    }
  });

  it("passes nothing of BGP on over it, only what a route is written for", () => {
    const inventory = regions();
    assert.equal(pair(inventory, "amsterdam>stockholm").ok, false);
    const routed = regions();
    addGatewayRoute(routed, "stockholm", "10.3.0.0/16", "urn:stockholm-peering-dublin");
    const { ok, path } = pair(routed, "amsterdam>stockholm");
    assert.deepEqual([ok, path], [true, ["amsterdam", "dublin", "stockholm"]]);
    assert.equal(pair(routed, "stockholm>amsterdam").ok, true);
  });

  it("takes a static route to an attachment for what it is", () => {
    const inventory = regions();
    for (const one of inventory.attachments) if (one.network === networkOf("stockholm")) one.known = false;
    assert.equal(pair(inventory, "dublin>stockholm").ok, false);
    addGatewayRoute(inventory, "stockholm", "10.2.0.0/16", "urn:stockholm-attachment");
    assert.equal(pair({ ...inventory }, "dublin>stockholm").ok, true);
  });
});
