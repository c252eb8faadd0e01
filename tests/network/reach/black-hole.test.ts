import assert from "node:assert/strict";
import { breaksOf, example, gatewayOf, networkOf, pair, tableOf } from "./example";

const places = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, zones: ["a", "b"] },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513 },
    },
    "dublin~frankfurt",
  );

describe("reach finds black holes", () => {
  it("and none in a sound network, there and back", () => {
    for (const way of ["dublin>frankfurt", "frankfurt>dublin"]) {
      const { ok, path, links, breaks } = pair(places(), way);
      assert.deepEqual([ok, path, links, breaks], [true, way.split(">"), ["dublin~frankfurt"], []]);
    }
  });

  it("where a subnet's table has no route, once for each subnet", () => {
    const inventory = places();
    inventory.routes = [];
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-nodes-a: 10.1.0.0/20 of dublin has no route to 10.2.0.0/16 of frankfurt",
      "black-hole urn:dublin-nodes-b: 10.1.16.0/20 of dublin has no route to 10.2.0.0/16 of frankfurt",
    ]);
  });

  it("where one subnet is joined to no table", () => {
    const inventory = places();
    for (const subnet of inventory.subnets) if (subnet.urn === "urn:dublin-nodes-b") delete subnet.table;
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-nodes-b: 10.1.16.0/20 of dublin has no route to 10.2.0.0/16 of frankfurt",
    ]);
  });

  it("where a route leads to a gateway that is not there", () => {
    const inventory = places();
    for (const route of inventory.routes) route.via = "urn:gone";
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-to-frankfurt: the route of dublin to 10.2.0.0/16 leads to a gateway that is not there",
    ]);
  });

  it("where a longer route leads elsewhere, for that part alone", () => {
    const inventory = places();
    const [route] = inventory.routes;
    assert.ok(route);
    const origin = { urn: "urn:astray" };
    inventory.routes.push({
      ...route,
      urn: "urn:astray",
      destination: "10.2.3.0/24",
      via: "urn:gone",
      origin,
    });
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:astray: the route of dublin to 10.2.3.0/24 leads to a gateway that is not there",
    ]);
  });

  it("where what comes from the network is looked up nowhere", () => {
    const inventory = places();
    for (const one of inventory.attachments) if (one.network === networkOf("dublin")) one.lookedUp = false;
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-attachment: what dublin sends to its gateway is looked up in none of its route tables",
    ]);
  });

  it("where what comes out of a tunnel is looked up nowhere, though the other tunnel works", () => {
    const inventory = places();
    const [tunnel] = inventory.tunnels;
    assert.ok(tunnel);
    tunnel.a.lookedUp = false;
    assert.deepEqual(breaksOf(inventory, "frankfurt>dublin"), [
      "black-hole urn:dublin~frankfurt-1-at-dublin: what comes out of dublin~frankfurt/tunnel/1 at dublin is looked up in none of its gateway's route tables",
    ]);
  });

  it("where a gateway is in no subnet of the zone that hosts are in", () => {
    const inventory = places();
    for (const one of inventory.attachments) if (one.network === networkOf("dublin")) one.zones = ["a"];
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-attachment: the gateway of dublin is attached in no subnet of b, where 10.1.16.0/20 of dublin is",
    ]);
  });

  it("where a route leads to a gateway that the network is not attached to", () => {
    const inventory = places();
    inventory.attachments = inventory.attachments.filter(({ network }) => network !== networkOf("dublin"));
    for (const gateway of inventory.gateways) gateway.networks = [];
    for (const gateway of inventory.gateways) if (gateway.member === "dublin") gateway.member = "hub";
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      `black-hole ${gatewayOf("dublin")}: the network of dublin is not attached to the gateway that its routes lead to`,
    ]);
  });

  it("and takes routes without a table for the whole network's", () => {
    const inventory = places();
    for (const route of inventory.routes) if (route.table === tableOf("dublin")) delete route.table;
    assert.equal(pair(inventory, "dublin>frankfurt").ok, true);
  });
});
