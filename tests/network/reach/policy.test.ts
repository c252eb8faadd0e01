import assert from "node:assert/strict";
import { reachOf } from "../../../inventory/reach";
import { reachNoBlackHole } from "../../../network/judge/reach-broken";
import type { NetworkPolicyFact, PolicyPermission } from "../../../network/model/forwarding";
import { breaksOf, example, pair } from "./example";

/** Two clusters whose traffic on one port is asked for, with network policies at frankfurt. */
function governed(...ingresses: (PolicyPermission[] | Partial<NetworkPolicyFact>)[]) {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, agent: true },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513, agent: true },
    },
    "dublin~frankfurt",
  );
  const origin = { urn: "urn:mesh", property: "traffic.0" };
  inventory.intents.push({ from: "dublin", to: "frankfurt", ports: ["443/tcp"], origin });
  for (const [index, given] of ingresses.entries()) {
    const urn = `urn:policy-${index}`;
    const facts = Array.isArray(given) ? { ingress: given } : given;
    const fact = { urn, cluster: "urn:frankfurt", allPods: true, ingress: [], origin: { urn }, ...facts };
    inventory.policies.push(fact);
  }
  return inventory;
}

const overlay = (inventory: ReturnType<typeof governed>) =>
  pair(inventory, "dublin>frankfurt", "none", "overlay");

describe("reach finds network policies in the way", () => {
  it("and none where none selects all pods", () => {
    assert.equal(overlay(governed()).ok, true);
    assert.equal(overlay(governed({ allPods: false })).ok, true);
  });

  it("where one lets in nothing", () => {
    assert.deepEqual(breaksOf(governed([]), "dublin>frankfurt", "overlay"), [
      "policy urn:frankfurt-agent: no network policy of frankfurt lets pods of dublin in on 443/tcp",
    ]);
  });

  it("between clusters that nobody asks to talk, which no rule minds", () => {
    const inventory = governed([{ clusters: ["dublin"], ports: ["443/tcp"] }]);
    inventory.policies.push({
      ...{ urn: "urn:shut", cluster: "urn:dublin", allPods: true, ingress: [] },
      origin: { urn: "urn:shut" },
    });
    assert.equal(overlay(inventory).ok, true);
    assert.deepEqual(breaksOf(inventory, "frankfurt>dublin", "overlay"), [
      "policy urn:dublin-agent: network policies of dublin keep pods of frankfurt out",
    ]);
    const { problems } = reachNoBlackHole(inventory, reachOf(inventory, "none"));
    assert.deepEqual(problems, []);
  });

  it("where one lets in other clusters or other ports only", () => {
    assert.equal(overlay(governed([{ clusters: ["tokyo"], ports: [] }])).ok, false);
    assert.equal(overlay(governed([{ clusters: ["dublin"], ports: ["80/tcp"] }])).ok, false);
  });

  it("and not where another lets in what the first does not", () => {
    assert.equal(overlay(governed([], [{ clusters: ["dublin"], ports: ["443/tcp"] }])).ok, true);
    assert.equal(overlay(governed([], [{ clusters: ["dublin"], ports: [] }])).ok, true);
  });

  it("where one refuses what others let in", () => {
    const allowed: PolicyPermission[] = [{ clusters: ["dublin"], ports: ["443/tcp"] }];
    assert.equal(overlay(governed(allowed, [{ clusters: ["dublin"], ports: [], deny: true }])).ok, false);
    assert.equal(
      overlay(governed(allowed, [{ clusters: ["dublin"], ports: ["443/tcp"], deny: true }])).ok,
      false,
    );
  });

  it("where one refuses a port and nothing else is said", () => {
    assert.equal(overlay(governed([{ clusters: ["dublin"], ports: ["443/tcp"], deny: true }])).ok, false);
    assert.equal(overlay(governed([{ clusters: ["dublin"], ports: ["22/tcp"], deny: true }])).ok, true);
  });

  it("and leaves the nodes alone", () => {
    assert.equal(pair(governed([]), "dublin>frankfurt").ok, true);
  });
});
