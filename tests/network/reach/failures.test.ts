import assert from "node:assert/strict";
import { example, leftAfter, pair } from "./example";

/** A triangle of clouds that each pass on, but for Google Cloud. */
const triangle = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      amsterdam: { cloud: "azure", range: "10.2.0.0/16", asn: 64513 },
      frankfurt: { cloud: "gcp", range: "10.3.0.0/16", asn: 64514 },
    },
    "amsterdam~dublin",
    "amsterdam~frankfurt",
    "dublin~frankfurt",
  );

describe("after a single failure reach tells what is left:", () => {
  it("of a tunnel, nothing changes while another carries on", () => {
    assert.deepEqual(leftAfter(triangle(), "dublin>frankfurt", "tunnel"), {});
  });

  it("of the last tunnel that carries, the way changes", () => {
    const inventory = triangle();
    for (const { name, tunnels } of inventory.links) {
      if (name === "dublin~frankfurt") tunnels.splice(1);
    }
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "tunnel"), {
      "dublin~frankfurt/tunnel/1": "dublin>amsterdam>frankfurt",
    });
  });

  it("of a tunnel beside one that carries in one direction only, too", () => {
    const inventory = triangle();
    for (const { name, tunnels } of inventory.links) {
      if (name === "dublin~frankfurt") for (const { a } of tunnels.slice(1)) a.learned = false;
    }
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "tunnel"), {
      "dublin~frankfurt/tunnel/1": "dublin>amsterdam>frankfurt",
    });
  });

  it("of a gateway instance on which all tunnels of a link stand", () => {
    const inventory = triangle();
    for (const { name, tunnels } of inventory.links) {
      if (name === "dublin~frankfurt") for (const { b } of tunnels) b.interface = 0;
    }
    assert.deepEqual(leftAfter(inventory, "frankfurt>dublin", "gateway-instance"), {
      "frankfurt/gateway/0": "frankfurt>amsterdam>dublin",
    });
  });

  it("of a gateway instance, of all links whose tunnels stand on it", () => {
    const inventory = triangle();
    for (const { tunnels } of inventory.links) {
      for (const { a, b } of tunnels) {
        for (const end of [a, b]) if (end.gateway === "urn:dublin-gateway") end.interface = 0;
      }
    }
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "gateway-instance"), {
      "dublin/gateway/0": "lost",
    });
  });

  it("of a link, the way round it where one is passed on", () => {
    const inventory = triangle();
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "link"), {
      "dublin~frankfurt": "dublin>amsterdam>frankfurt",
    });
    // Not through Google Cloud.
    assert.deepEqual(leftAfter(inventory, "amsterdam>dublin", "link"), { "amsterdam~dublin": "lost" });
  });

  it("of a member between, and of its cloud; never of an end itself", () => {
    const inventory = triangle();
    inventory.links = inventory.links.filter(({ name }) => name !== "dublin~frankfurt");
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "member"), { amsterdam: "lost" });
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "cloud"), { azure: "lost" });
    assert.deepEqual(leftAfter(inventory, "dublin>amsterdam", "member"), {});
  });

  it("of the zone that a member between lies in altogether", () => {
    const inventory = triangle();
    inventory.links = inventory.links.filter(({ name }) => name !== "dublin~frankfurt");
    for (const subnet of inventory.subnets)
      if (subnet.urn.includes("amsterdam")) subnet.zone = "westeurope-1";
    assert.deepEqual(leftAfter(inventory, "dublin>frankfurt", "zone"), { "amsterdam/westeurope-1": "lost" });
  });

  it("and of none where nobody asks, and of links alone where somebody asks for these", () => {
    assert.deepEqual(pair(triangle(), "dublin>frankfurt", "none").afterFailures, []);
    const kinds = pair(triangle(), "dublin>frankfurt", "links").afterFailures.map(
      ({ failure }) => failure.kind,
    );
    assert.deepEqual(kinds, ["link"]);
  });
});
