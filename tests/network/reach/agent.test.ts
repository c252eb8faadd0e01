import assert from "node:assert/strict";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { breaksOf, example, pair } from "./example";

function clusters(spoil: Partial<AgentFact> = {}) {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, agent: true },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513, agent: true },
    },
    "dublin~frankfurt",
  );
  const at = inventory.agents.findIndex(({ clusterName }) => clusterName === "frankfurt");
  const sound = inventory.agents[at];
  assert.ok(sound);
  inventory.agents[at] = { ...sound, ...spoil };
  return inventory;
}

const said = (spoil: Partial<AgentFact>) => breaksOf(clusters(spoil), "dublin>frankfurt", "overlay");

describe("reach finds agents that do not join their clusters", () => {
  it("and pods that reach each other where they do", () => {
    const { ok, path } = pair(clusters(), "dublin>frankfurt", "none", "overlay");
    assert.deepEqual([ok, path], [true, ["dublin", "frankfurt"]]);
  });

  it("where one is not told where the other is, for traffic in either direction", () => {
    const message = "agent urn:frankfurt-agent: the agent of frankfurt is not told where dublin is";
    assert.deepEqual(said({ peers: {} }), [message]);
    assert.deepEqual(said({ peers: { dublin: [] } }), [message]);
    assert.deepEqual(breaksOf(clusters({ peers: {} }), "frankfurt>dublin", "overlay"), [message]);
  });

  it("where one is told of the other at a private address that is not the other's, but not at a name or a public one", () => {
    assert.deepEqual(said({ peers: { dublin: ["10.9.0.10"] } }), [
      "agent urn:frankfurt-agent: the agent of frankfurt is told that dublin is at 10.9.0.10, which lies in no range of its network (10.1.0.0/16)",
    ]);
    assert.deepEqual(said({ peers: { dublin: ["10.9.0.10", "10.1.0.10"] } }), []);
    assert.deepEqual(said({ peers: { dublin: ["203.0.113.5"] } }), []);
    assert.deepEqual(said({ peers: { dublin: ["mesh.example.com"] } }), []);
  });

  it("where they are of two kinds", () => {
    assert.match(said({ kind: "submariner" })[0] ?? "", /^agent .* runs cilium and the other submariner/);
  });

  it("where they meet at two brokers, and not where at one", () => {
    const met = (broker: AgentFact["broker"], other: AgentFact["broker"]) => {
      const inventory = clusters({ broker, peers: {} });
      inventory.agents = inventory.agents.map((agent) =>
        agent.clusterName === "dublin" ? { ...agent, broker: other, peers: {} } : agent,
      );
      return breaksOf(inventory, "dublin>frankfurt", "overlay");
    };
    assert.deepEqual(met("cork", "cork"), []);
    assert.match(met("cork", "oslo")[0] ?? "", /one cluster is at the broker oslo and the other at cork/);
    assert.match(met(UNKNOWN, "oslo")[0] ?? "", /at which broker the agent is/);
    assert.match(met("cork", UNKNOWN)[0] ?? "", /at which broker the agent is/);
  });

  it("where they encrypt or route in two ways", () => {
    assert.match(
      said({ encryption: "ipsec" })[0] ?? "",
      /^agent .* encrypts by wireguard and the other by ipsec/,
    );
    assert.match(said({ routing: "native" })[0] ?? "", /^agent .* routes by tunnel and the other by native/);
  });

  it("where two clusters have one id", () => {
    assert.match(said({ clusterId: 1 })[0] ?? "", /^agent urn:frankfurt-agent: both clusters have the id 1/);
  });

  it("and never takes for granted what is not known of one", () => {
    for (const key of ["peers", "encryption", "routing", "clusterId", "clusterName"] as const) {
      const breaks = said({ [key]: UNKNOWN });
      assert.match(breaks[0] ?? "", /^unknown urn:frankfurt-agent: /, key);
    }
  });

  it("and calls nobody's pods reachable where the nodes are not", () => {
    const inventory = clusters();
    inventory.routes = [];
    assert.match(breaksOf(inventory, "dublin>frankfurt", "overlay")[0] ?? "", /^black-hole /);
  });

  it("and has nothing to say of the pods of a member without an agent", () => {
    const inventory = clusters();
    inventory.agents = inventory.agents.filter(({ clusterName }) => clusterName === "dublin");
    assert.throws(() => pair(inventory, "dublin>frankfurt", "none", "overlay"), /nothing is found/);
  });
});

describe("reach between pods that are routed as they are", () => {
  function native(advertised: Record<string, string[]>) {
    const inventory = clusters({ routing: "native" });
    for (const agent of inventory.agents) agent.routing = "native";
    for (const [name, cidr] of [
      ["dublin", "10.101.0.0/16"],
      ["frankfurt", "10.102.0.0/16"],
    ] as const) {
      inventory.ranges.push({
        use: "pods",
        cidr,
        cloud: "aws",
        owner: `urn:${name}`,
        origin: { urn: `urn:${name}` },
      });
    }
    for (const gateway of inventory.gateways) gateway.advertises = advertised[gateway.member ?? ""] ?? [];
    const [route] = inventory.routes;
    const [range] = inventory.ranges;
    assert.ok(route && range);
    inventory.routes.push({ ...route, destination: "10.102.0.0/16" });
    // A VPC holds its pods in a range of its own.
    inventory.ranges.push({ ...range, cidr: "10.101.0.0/16" });
    return inventory;
  }

  it("looks up the pods' ranges in the links like any other", () => {
    const all = { dublin: ["10.1.0.0/16", "10.101.0.0/16"], frankfurt: ["10.2.0.0/16", "10.102.0.0/16"] };
    assert.equal(pair(native(all), "dublin>frankfurt", "none", "overlay").ok, true);
  });

  it("finds that nobody tells the pods' range", () => {
    const nodes = { dublin: ["10.1.0.0/16"], frankfurt: ["10.2.0.0/16"] };
    assert.match(breaksOf(native(nodes), "dublin>frankfurt", "overlay")[0] ?? "", /10\.102\.0\.0\/16/);
    assert.equal(pair(native(nodes), "dublin>frankfurt").ok, true);
  });
});
