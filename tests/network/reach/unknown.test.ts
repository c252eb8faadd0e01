import assert from "node:assert/strict";
import type { Inventory } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import { breaksOf, example, networkOf, peerGateways, peerNetworks } from "./example";

function joined(): Inventory {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, agent: true },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513, agent: true },
    },
    "dublin~frankfurt",
  );
  const origin = { urn: "urn:mesh" };
  inventory.intents.push({ from: "dublin", to: "frankfurt", ports: ["443/tcp"], origin });
  return inventory;
}

/** Each value that decides, where it stands, and in which layer and direction it decides. */
const CASES: [what: string, urn: string, way: string, spoil: (inventory: Inventory) => void][] = [
  [
    "whether a network's packets are looked up",
    "urn:dublin-attachment",
    "dublin>frankfurt",
    ({ attachments }) => {
      for (const one of attachments) if (one.network === networkOf("dublin")) one.lookedUp = UNKNOWN;
    },
  ],
  [
    "whether a gateway knows its network",
    "urn:dublin-attachment",
    "frankfurt>dublin",
    ({ attachments }) => {
      for (const one of attachments) if (one.network === networkOf("dublin")) one.known = UNKNOWN;
    },
  ],
  [
    "whether a session is set up",
    "urn:dublin~frankfurt-1-at-dublin",
    "dublin>frankfurt",
    ({ tunnels }) => {
      for (const { a } of tunnels) a.bgp = UNKNOWN;
    },
  ],
  [
    "whether what a session tells is kept",
    "urn:dublin~frankfurt-1-at-dublin",
    "dublin>frankfurt",
    ({ tunnels }) => {
      for (const { a } of tunnels) a.learned = UNKNOWN;
    },
  ],
  [
    "whether what comes out of a tunnel is looked up",
    "urn:dublin~frankfurt-1-at-dublin",
    "frankfurt>dublin",
    ({ tunnels }) => {
      for (const { a } of tunnels) a.lookedUp = UNKNOWN;
    },
  ],
  [
    "whether a subnet learns",
    "urn:frankfurt-nodes",
    "frankfurt>dublin",
    ({ subnets }) => {
      for (const one of subnets) if (one.network === networkOf("frankfurt")) one.learns = UNKNOWN;
    },
  ],
  [
    "what a firewall lets in",
    "urn:frankfurt-firewall",
    "dublin>frankfurt",
    ({ firewalls }) => {
      for (const one of firewalls) if (one.network === networkOf("frankfurt")) one.sources = UNKNOWN;
    },
  ],
  [
    "on which ports",
    "urn:frankfurt-firewall",
    "dublin>frankfurt",
    ({ firewalls }) => {
      for (const one of firewalls) if (one.network === networkOf("frankfurt")) one.ports = UNKNOWN;
    },
  ],
  [
    "where a route leads",
    "urn:dublin-to-frankfurt",
    "dublin>frankfurt",
    ({ routes }) => {
      for (const one of routes) one.destination = UNKNOWN;
    },
  ],
  [
    "what a gateway tells",
    "urn:frankfurt-gateway",
    "dublin>frankfurt",
    ({ gateways }) => {
      for (const one of gateways) if (one.member === "frankfurt") one.advertises = UNKNOWN;
    },
  ],
];

describe("reach never takes for granted what is not known:", () => {
  for (const [what, urn, way, spoil] of CASES) {
    it(what, () => {
      const inventory = joined();
      spoil(inventory);
      const breaks = breaksOf(inventory, way);
      assert.ok(breaks.length > 0);
      assert.ok(
        breaks.some((one) => one.startsWith(`unknown ${urn}: `)),
        breaks.join("\n"),
      );
    });
  }

  it("what a network policy lets in", () => {
    const inventory = joined();
    const urn = "urn:policy";
    const fact = { urn, cluster: "urn:frankfurt", allPods: true, ingress: UNKNOWN, origin: { urn } };
    inventory.policies.push(fact);
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt", "overlay"), [
      "unknown urn:policy: what the network policy lets in is not known",
    ]);
  });

  it("which ports the traffic needs, where not every port is open", () => {
    const inventory = joined();
    inventory.agents = [];
    inventory.clusters = [];
    for (const intent of inventory.intents) intent.ports = UNKNOWN;
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "unknown urn:mesh: which ports the traffic needs is not known",
    ]);
    for (const rule of inventory.firewalls) rule.ports = ["all"];
    assert.deepEqual(breaksOf({ ...inventory }, "dublin>frankfurt"), []);
  });

  it("whether a peering of gateways is accepted", () => {
    const inventory = example({
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      stockholm: { cloud: "aws", range: "10.2.0.0/16", asn: 64513 },
    });
    peerGateways(inventory, "dublin", "stockholm");
    for (const half of inventory.peerings) half.accepted = UNKNOWN;
    assert.match(
      breaksOf(inventory, "dublin>stockholm")[0] ?? "",
      /^unknown .*whether the peering .* is accepted/,
    );
  });

  it("whether a peering of networks is accepted", () => {
    const inventory = example({
      frankfurt: { cloud: "gcp", range: "10.1.0.0/16" },
      tokyo: { cloud: "gcp", range: "10.2.0.0/16" },
    });
    peerNetworks(inventory, "gcp", "frankfurt", "tokyo");
    for (const half of inventory.peerings) half.accepted = UNKNOWN;
    assert.match(
      breaksOf(inventory, "frankfurt>tokyo")[0] ?? "",
      /^unknown .*whether the peering is accepted/,
    );
  });

  it("whether a peered network lends its gateway", () => {
    const inventory = example(
      {
        frankfurt: { cloud: "gcp", range: "10.1.0.0/16", asn: 64512 },
        tokyo: { cloud: "gcp", range: "10.2.0.0/16" },
        dublin: { cloud: "aws", range: "10.3.0.0/16", asn: 64513 },
      },
      "dublin~frankfurt",
    );
    peerNetworks(inventory, "gcp", "frankfurt", "tokyo", true);
    for (const gateway of inventory.gateways) {
      if (gateway.member === "frankfurt") gateway.advertises = ["10.1.0.0/16", "10.2.0.0/16"];
    }
    assert.equal(breaksOf(inventory, "tokyo>dublin").length, 0);
    for (const half of inventory.peerings) if (half.lendsGateway) half.lendsGateway = UNKNOWN;
    assert.match(breaksOf({ ...inventory }, "tokyo>dublin")[0] ?? "", /^unknown /);
  });
});
