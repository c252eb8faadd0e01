import assert from "node:assert/strict";
import { breaksOf, example, gatewayOf, networkOf, pair } from "./example";

const places = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513 },
    },
    "dublin~frankfurt",
  );

describe("reach finds ranges that nobody tells", () => {
  it("where a gateway tells other ranges than its network's", () => {
    const inventory = places();
    for (const gateway of inventory.gateways) {
      if (gateway.member === "frankfurt") gateway.advertises = ["10.9.0.0/16"];
    }
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "not-advertised urn:frankfurt-gateway: the gateway of frankfurt tells its peers no range that holds 10.2.0.0/16",
    ]);
  });

  it("where it tells a part, for the rest", () => {
    const inventory = places();
    for (const gateway of inventory.gateways) {
      if (gateway.member === "frankfurt") gateway.advertises = ["10.2.0.0/17"];
    }
    assert.deepEqual(
      pair(inventory, "dublin>frankfurt").breaks.map(({ kind }) => kind),
      ["not-advertised"],
    );
  });

  it("where its route table does not know the network's ranges", () => {
    const inventory = places();
    for (const one of inventory.attachments) if (one.network === networkOf("dublin")) one.known = false;
    assert.deepEqual(breaksOf(inventory, "frankfurt>dublin"), [
      "black-hole urn:frankfurt-nodes: 10.2.0.0/16 of frankfurt has no route to 10.1.0.0/16 of dublin",
    ]);
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "one-way urn:frankfurt-nodes: dublin reaches frankfurt and no answer comes back, because 10.2.0.0/16 of frankfurt has no route to 10.1.0.0/16 of dublin",
    ]);
  });

  it("where no tunnel has a BGP session, and names each end that has none", () => {
    const inventory = places();
    for (const { b } of inventory.tunnels) b.bgp = false;
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "not-advertised urn:dublin~frankfurt-1-at-frankfurt: no BGP session is set up at frankfurt for dublin~frankfurt/tunnel/1",
      "not-advertised urn:dublin~frankfurt-2-at-frankfurt: no BGP session is set up at frankfurt for dublin~frankfurt/tunnel/2",
    ]);
  });

  it("where what BGP tells goes into no route table", () => {
    const inventory = places();
    for (const { a } of inventory.tunnels) a.learned = false;
    assert.match(
      breaksOf(inventory, "dublin>frankfurt")[0] ?? "",
      /^not-advertised urn:dublin~frankfurt-1-at-dublin: what BGP tells goes into no route table at dublin/,
    );
    const way = breaksOf(inventory, "frankfurt>dublin")[0] ?? "";
    assert.match(way, /^one-way urn:dublin~frankfurt-1-at-dublin: /);
  });

  it("where the network is joined to no gateway", () => {
    const inventory = places();
    inventory.attachments = inventory.attachments.filter(({ network }) => network !== networkOf("frankfurt"));
    // The gateway's own reader tells of no network either.
    inventory.attachments.push({
      urn: "urn:other",
      gateway: gatewayOf("frankfurt"),
      lookedUp: true,
      known: true,
      taught: true,
      origin: { urn: "urn:other" },
    });
    for (const gateway of inventory.gateways) if (gateway.member === "frankfurt") gateway.advertises = [];
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "not-advertised urn:frankfurt-nodes: the network of frankfurt is joined to no gateway, so nobody tells 10.2.0.0/16",
    ]);
  });

  it("and not where one of two tunnels lacks its session: the other tells it", () => {
    const inventory = places();
    const [tunnel] = inventory.tunnels;
    assert.ok(tunnel);
    tunnel.b.bgp = false;
    assert.equal(pair(inventory, "dublin>frankfurt").ok, true);
  });

  it("nor where static routing takes BGP's place in both directions", () => {
    const inventory = places();
    for (const { a, b } of inventory.tunnels) {
      Object.assign(a, { bgp: false, sends: ["10.2.0.0/16"] });
      Object.assign(b, { bgp: false, sends: ["10.1.0.0/16"] });
    }
    assert.equal(pair(inventory, "dublin>frankfurt").ok, true);
    assert.equal(pair(inventory, "frankfurt>dublin").ok, true);
  });
});
