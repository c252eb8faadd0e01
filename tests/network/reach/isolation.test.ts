import assert from "node:assert/strict";
import { strangersOf } from "../../../inventory/reach";
import type { Inventory } from "../../../network/model/inventory";
import { example, networkOf } from "./example";

function clusters(spoil: (inventory: Inventory) => void = () => {}): string[] {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, agent: true },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513, agent: true },
    },
    "dublin~frankfurt",
  );
  // Nothing comes in to the pods of either but what the one intent asks for.
  for (const name of ["dublin", "frankfurt"]) {
    const urn = `urn:${name}-policy`;
    const ingress = name === "frankfurt" ? [{ clusters: ["dublin"], ports: ["443/tcp"] }] : [];
    const fact = { urn, cluster: `urn:${name}`, allPods: true, ingress, origin: { urn } };
    inventory.policies.push(fact);
  }
  const origin = { urn: "urn:mesh" };
  inventory.intents.push({ from: "dublin", to: "frankfurt", ports: ["443/tcp"], origin });
  spoil(inventory);
  return strangersOf(inventory).map(
    ({ from, to, layer, ports, origin: { urn } }) => `${layer} ${from}>${to} ${ports.join(",")} ${urn}`,
  );
}

describe("reach finds strangers that can talk", () => {
  it("and none where policies and firewalls let in what is asked for alone", () => {
    assert.deepEqual(clusters(), []);
  });

  it("between pods where no policy selects all of them", () => {
    const spoil = (inventory: Inventory) => {
      inventory.policies = inventory.policies.filter(({ cluster }) => cluster !== "urn:dublin");
    };
    assert.deepEqual(clusters(spoil), ["overlay frankfurt>dublin all urn:dublin-agent"]);
  });

  it("between pods on a port that nobody asks for", () => {
    const spoil = (inventory: Inventory) => {
      const urn = "urn:more";
      const ingress = [{ clusters: ["dublin"], ports: ["22/tcp"] }];
      const fact = { urn, cluster: "urn:frankfurt", allPods: true, ingress, origin: { urn } };
      inventory.policies.push(fact);
    };
    assert.deepEqual(clusters(spoil), ["overlay dublin>frankfurt 22/tcp urn:frankfurt-agent"]);
  });

  it("between nodes where a firewall lets in more than the agent's own ports", () => {
    const spoil = (inventory: Inventory) => {
      const urn = "urn:ssh";
      const rule = { urn, network: networkOf("dublin"), sources: ["10.0.0.0/8"], ports: ["22/tcp"] };
      inventory.firewalls.push({ ...rule, origin: { urn } });
    };
    assert.deepEqual(clusters(spoil), ["underlay frankfurt>dublin 22/tcp urn:ssh"]);
  });

  it("and minds no open door that no way leads to", () => {
    const spoil = (inventory: Inventory) => {
      inventory.policies = [];
      inventory.routes = [];
    };
    assert.deepEqual(clusters(spoil), []);
  });
});
