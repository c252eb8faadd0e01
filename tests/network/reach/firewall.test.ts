import assert from "node:assert/strict";
import type { FirewallFact } from "../../../network/model/network";
import { breaksOf, example, networkOf, pair } from "./example";

const clusters = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512, agent: true },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513, agent: true },
    },
    "dublin~frankfurt",
  );

/** The same with other rules at frankfurt. */
function guarded(rules: Partial<FirewallFact>[]) {
  const inventory = clusters();
  inventory.firewalls = inventory.firewalls.filter(({ network }) => network !== networkOf("frankfurt"));
  for (const [index, rule] of rules.entries()) {
    const urn = `urn:rule-${index}`;
    const all = { sources: ["10.1.0.0/16"], ports: ["51871/udp", "4240/tcp", "icmp"] };
    inventory.firewalls.push({ urn, network: networkOf("frankfurt"), ...all, origin: { urn }, ...rule });
  }
  return inventory;
}

describe("reach finds firewalls in the way", () => {
  it("between clusters, by the ports that their agent needs", () => {
    assert.deepEqual(breaksOf(guarded([]), "dublin>frankfurt"), [
      "firewall urn:frankfurt-network: no firewall rule of frankfurt lets in 51871/udp, 4240/tcp, icmp from 10.1.0.0/16 of dublin",
    ]);
    assert.deepEqual(breaksOf(guarded([{ ports: ["51871/udp", "icmp"] }]), "dublin>frankfurt"), [
      "firewall urn:frankfurt-network: no firewall rule of frankfurt lets in 4240/tcp from 10.1.0.0/16 of dublin",
    ]);
  });

  it("where only a part of the other's range is let in", () => {
    const half = guarded([{ sources: ["10.1.0.0/17"] }]);
    assert.equal(pair(half, "dublin>frankfurt").ok, false);
    const whole = guarded([{ sources: ["10.1.0.0/17"] }, { sources: ["10.1.128.0/17"] }]);
    assert.equal(pair(whole, "dublin>frankfurt").ok, true);
  });

  it("and takes ranges of ports, and what lets in everything, for what they hold", () => {
    for (const ports of [["all"], ["0-65535/tcp", "50000-60000/udp", "icmp"]]) {
      assert.equal(pair(guarded([{ ports }]), "dublin>frankfurt").ok, true);
    }
    assert.equal(pair(guarded([{ ports: ["0-1000/tcp", "all-of-them"] }]), "dublin>frankfurt").ok, false);
  });

  it("where what lets them in stands before something else than the nodes", () => {
    assert.equal(pair(guarded([{ guards: "other" }]), "dublin>frankfurt").ok, false);
    assert.equal(pair(guarded([{ guards: "nodes" }]), "dublin>frankfurt").ok, true);
  });

  it("where the agent's API is not let in, which is the pods' matter alone", () => {
    const inventory = guarded([{}]);
    assert.equal(pair(inventory, "dublin>frankfurt").ok, true);
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt", "overlay"), [
      "firewall urn:frankfurt-network: no firewall rule of frankfurt lets in 2379/tcp from 10.1.0.0/16 of dublin",
    ]);
  });

  it("where what a load balancer lets in may not go on to the nodes behind it", () => {
    const balancer: Partial<FirewallFact> = { guards: "other", ports: ["2379/tcp"] };
    assert.equal(pair(guarded([{}, balancer]), "dublin>frankfurt", "none", "overlay").ok, true);
    const shut = guarded([{}, { ...balancer, handsOn: false }]);
    assert.deepEqual(breaksOf(shut, "dublin>frankfurt", "overlay"), [
      "firewall urn:rule-1: what the load balancer of frankfurt lets in from 10.1.0.0/16 of dublin on 2379/tcp may not go on to the nodes behind it",
    ]);
  });

  it("at the way out, in clouds that tell what may go out", () => {
    const inventory = clusters();
    const out = { urn: "urn:out", network: networkOf("dublin"), direction: "out" as const };
    const rule = { ...out, sources: ["10.9.0.0/16"], ports: ["all"], origin: { urn: "urn:out" } };
    inventory.firewalls.push(rule);
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "firewall urn:dublin-network: no firewall rule of dublin lets out 51871/udp, 4240/tcp, icmp to 10.2.0.0/16 of frankfurt",
    ]);
    rule.sources = ["0.0.0.0/0"];
    assert.equal(pair({ ...inventory }, "dublin>frankfurt").ok, true);
  });

  it("elsewhere by the ports of the traffic, and by every port where it names none", () => {
    const inventory = example(
      {
        dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
        frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513 },
      },
      "dublin~frankfurt",
    );
    const urn = "urn:rule";
    const at = { urn, network: networkOf("frankfurt"), origin: { urn } };
    inventory.firewalls.push({ ...at, sources: ["10.1.0.0/16"], ports: ["443/tcp"] });
    assert.equal(pair(inventory, "dublin>frankfurt").ok, true);
    const intent = { from: "dublin", to: "frankfurt", origin: { urn: "urn:mesh" } };
    const asking = (ports?: string[]) => ({
      ...inventory,
      intents: [{ ...intent, ...(ports ? { ports } : {}) }],
    });
    assert.equal(pair(asking(["443/tcp"]), "dublin>frankfurt").ok, true);
    assert.match(breaksOf(asking(["80/tcp"]), "dublin>frankfurt")[0] ?? "", /lets in 80\/tcp from/);
    assert.match(breaksOf(asking(), "dublin>frankfurt")[0] ?? "", /lets in every port from/);
  });
});
