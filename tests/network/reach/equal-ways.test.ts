import assert from "node:assert/strict";
import { breaksOf, example, leftAfter, pair } from "./example";

/** Two members between, each as good as the other. */
const diamond = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      east: { cloud: "aws", range: "10.2.0.0/16", asn: 64513 },
      west: { cloud: "azure", range: "10.3.0.0/16", asn: 64514 },
      tokyo: { cloud: "gcp", range: "10.4.0.0/16", asn: 64515 },
    },
    "dublin~east",
    "dublin~west",
    "east~tokyo",
    "tokyo~west",
  );

describe("reach over equal ways", () => {
  it("names the links of both", () => {
    const { ok, path, links } = pair(diamond(), "dublin>tokyo");
    assert.equal(ok, true);
    assert.equal(path.length, 3);
    assert.deepEqual(links, ["dublin~east", "dublin~west", "east~tokyo", "tokyo~west"]);
  });

  it("is broken where one of them is, since half of the traffic takes it", () => {
    const inventory = diamond();
    for (const { name, tunnels } of inventory.links) {
      if (name === "dublin~west") for (const { b } of tunnels) b.lookedUp = false;
    }
    const breaks = breaksOf(inventory, "dublin>tokyo");
    assert.equal(breaks.length, 2);
    assert.match(breaks[0] ?? "", /^black-hole urn:dublin~west-1-at-west: .* at west is looked up in none/);
  });

  it("takes the shorter of two, and the longer one after it fails", () => {
    const inventory = diamond();
    const direct = example(
      {
        dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
        tokyo: { cloud: "gcp", range: "10.4.0.0/16", asn: 64515 },
      },
      "dublin~tokyo",
    );
    inventory.links.push(...direct.links);
    assert.deepEqual(pair(inventory, "dublin>tokyo").links, ["dublin~tokyo"]);
    assert.match(
      leftAfter(inventory, "dublin>tokyo", "link")["dublin~tokyo"] ?? "",
      /^dublin>(east|west)>tokyo$/,
    );
  });

  it("prefers a longer prefix over a shorter way", () => {
    const inventory = diamond();
    for (const gateway of inventory.gateways) {
      if (gateway.member === "west") gateway.advertises = ["10.3.0.0/16", "10.4.0.0/17"];
    }
    const east = pair(inventory, "east>tokyo");
    assert.equal(east.ok, true);
    // One half by the link that there is, the other by whoever tells it longer.
    assert.deepEqual(east.links, ["dublin~east", "dublin~west", "east~tokyo", "tokyo~west"]);
  });
});
