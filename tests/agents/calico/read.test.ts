import assert from "node:assert/strict";
import fc from "fast-check";
import { readAgents } from "../../../agents/read";
import { UNKNOWN } from "../../../network/model/resource";
import { released } from "../releases";

function read(values: unknown) {
  const { agents, ranges } = readAgents(released("tigera-operator", values).index);
  const [agent] = agents;
  assert.ok(agent);
  return { agent, pods: ranges.map(({ cidr }) => cidr) };
}

const pools = (ipPools: unknown) => read({ installation: { calicoNetwork: { ipPools } } });

describe("reading Calico", () => {
  it("finds WireGuard only where Felix is configured and told so", () => {
    const of = (defaultFelixConfiguration: unknown) => read({ defaultFelixConfiguration }).agent.encryption;
    assert.equal(of({ enabled: true, wireguardEnabled: true }), "wireguard");
    assert.equal(of({ enabled: false, wireguardEnabled: true }), "none");
    assert.equal(of({ enabled: UNKNOWN }), "none");
    assert.equal(of({ enabled: true, wireguardEnabled: UNKNOWN }), UNKNOWN);
    assert.equal(of(undefined), "none");
  });

  it("finds the pools and how they are routed", () => {
    const { agent, pods } = pools([{ cidr: "10.1.0.0/16", encapsulation: "None" }]);
    assert.equal(agent.routing, "native");
    assert.deepEqual(pods, ["10.1.0.0/16"]);
    assert.equal(pools([{ cidr: UNKNOWN }]).agent.routing, "tunnel");
    assert.deepEqual(pools([{ cidr: UNKNOWN }]).pods, [UNKNOWN]);
    assert.equal(pools([{ encapsulation: UNKNOWN }]).agent.routing, UNKNOWN);
    assert.deepEqual(pools(UNKNOWN).pods, [UNKNOWN]);
  });

  it("takes the pods' MTU and its own overhead for the underlay's", () => {
    const of = (type: string, felix: object) =>
      read({
        installation: { cni: { type }, calicoNetwork: { mtu: 1340 } },
        defaultFelixConfiguration: felix,
      }).agent.mtu;
    const wireguard = { enabled: true, wireguardEnabled: true };
    assert.equal(read({}).agent.mtu, 0);
    assert.equal(of("Calico", wireguard), 1400);
    assert.equal(of("Calico", {}), 1390);
    assert.equal(of("AmazonVPC", {}), 1340);
    assert.equal(of("AmazonVPC", wireguard), 1400);
    assert.equal(of("Calico", { enabled: true, wireguardEnabled: UNKNOWN }), UNKNOWN);
    const unknown = { installation: { calicoNetwork: { mtu: UNKNOWN } } };
    assert.equal(read(unknown).agent.mtu, UNKNOWN);
  });

  it("never throws, whatever the values are", () => {
    fc.assert(fc.property(fc.anything(), (values) => void [read(values), pools(values)]));
  });
});
