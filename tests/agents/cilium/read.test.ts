import assert from "node:assert/strict";
import fc from "fast-check";
import { ciliumValues } from "../../../agents/cilium/values";
import { readAgents } from "../../../agents/read";
import { UNKNOWN } from "../../../network/model/resource";
import type { AgentPlan } from "../../../network/plan/shape";
import { Cloud, Encryption } from "../../../network/spec/shape";
import { agentPlan } from "../agent-plan";
import { released } from "../releases";

/** The one agent and the pod ranges of a release with these values. */
function read(values: unknown, props = {}) {
  const network = readAgents(released("cilium", values, { props }).index);
  const [agent] = network.agents;
  assert.ok(agent);
  return { agent, pods: network.ranges.map(({ cidr }) => cidr) };
}

describe("reading Cilium", () => {
  it("finds what an unset value means by the chart's defaults", () => {
    const { agent, pods } = read(undefined);
    assert.equal(agent.clusterName, "default");
    assert.equal(agent.clusterId, 0);
    assert.equal(agent.encryption, "none");
    assert.equal(agent.routing, "tunnel");
    assert.equal(agent.mtu, 0);
    assert.deepEqual(agent.peers, {});
    assert.deepEqual(pods, ["10.0.0.0/8"]);
  });

  it("finds the encryption: off, IPsec where no type is said, or the type", () => {
    const of = (encryption: unknown) => read({ encryption }).agent.encryption;
    assert.equal(of({ enabled: false, type: "wireguard" }), "none");
    assert.equal(of({ enabled: true }), "ipsec");
    assert.equal(of({ enabled: "true", type: "wireguard" }), "wireguard");
  });

  it("says unknown where the encryption cannot be known yet, or is of a kind that it does not know", () => {
    const of = (encryption: unknown) => read({ encryption }).agent.encryption;
    for (const encryption of [
      UNKNOWN,
      { enabled: UNKNOWN },
      { enabled: true, type: UNKNOWN },
      { enabled: true, type: "ztunnel" },
    ]) {
      assert.equal(of(encryption), UNKNOWN);
    }
  });

  it("says unknown for what files may set, and trusts what the values set above them", () => {
    const props = { valueYamlFiles: ["values.yaml"] };
    assert.equal(read({}, props).agent.encryption, UNKNOWN);
    assert.deepEqual(read({}, props).pods, [UNKNOWN]);
    assert.equal(read({ encryption: { enabled: false } }, props).agent.encryption, "none");
  });

  it("says unknown for all of values that are not known", () => {
    const { agent, pods } = read(UNKNOWN);
    const judged = [
      agent.clusterName,
      agent.clusterId,
      agent.encryption,
      agent.routing,
      agent.mtu,
      agent.peers,
    ];
    assert.ok(judged.every((value) => value === UNKNOWN));
    assert.deepEqual(pods, [UNKNOWN]);
  });

  it("takes an unpinned version for unknown", () => {
    assert.equal(read({}, { version: undefined }).agent.version, UNKNOWN);
  });

  it("finds native routing, said or implied by a cloud's own mode", () => {
    assert.equal(read({ routingMode: "native" }).agent.routing, "native");
    assert.equal(read({ gke: { enabled: true } }).agent.routing, "native");
    assert.equal(read({ eni: { enabled: UNKNOWN } }).agent.routing, UNKNOWN);
  });

  it("finds peers in a list or a map, by addresses or by name, but not the cluster itself or one switched off", () => {
    const of = (clusters: unknown) =>
      read({ cluster: { name: "dublin" }, clustermesh: { config: { enabled: true, clusters } } }).agent.peers;
    const list = [
      { name: "dublin", ips: ["10.0.0.1"] },
      { name: "oslo", ips: ["10.1.0.1"], address: "unused.example" },
      { name: "riga", address: "riga.example" },
      { name: "turin", enabled: false },
    ];
    const map = Object.fromEntries(list.map(({ name, ...rest }) => [name, rest]));
    for (const clusters of [list, map]) {
      assert.deepEqual(of(clusters), { oslo: ["10.1.0.1"], riga: ["riga.example"] });
    }
    for (const clusters of [
      UNKNOWN,
      [UNKNOWN],
      [{ name: "oslo", ips: UNKNOWN }],
      { oslo: UNKNOWN },
      "oslo",
    ]) {
      assert.equal(of(clusters), UNKNOWN);
    }
  });

  it("keeps each known pod range beside an unknown one", () => {
    const ipam = { operator: { clusterPoolIPv4PodCIDRList: ["10.1.0.0/16", UNKNOWN] } };
    assert.deepEqual(read({ ipam }).pods, ["10.1.0.0/16", UNKNOWN]);
  });

  it("gives no pod range where the cluster hands them out, and an unknown one where that is not known", () => {
    assert.deepEqual(read({ ipam: { mode: "kubernetes" } }).pods, []);
    assert.deepEqual(read({ ipam: { mode: UNKNOWN } }).pods, [UNKNOWN]);
  });

  it("never throws, whatever the values are", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (values, clusters) => {
        read(values);
        read({ cluster: values, ipam: values, clustermesh: { config: { enabled: true, clusters } } });
      }),
    );
  });

  it("finds in the values the very agent that was planned", () => {
    fc.assert(
      fc.property(plannedAgent(), fc.constantFrom(Cloud.aws, Cloud.gcp, Cloud.azure), (plan, cloud) => {
        const { agent, pods } = read(ciliumValues(plan, cloud), { version: plan.version });
        const others = plan.mesh.filter(({ name }) => name !== plan.clusterName);
        assert.deepEqual(
          { ...agent, urn: "", cluster: "", origin: undefined },
          {
            urn: "",
            cluster: "",
            origin: undefined,
            kind: plan.kind,
            clusterName: plan.clusterName,
            clusterId: plan.clusterId,
            version: plan.version,
            encryption: plan.encryption,
            routing: "tunnel",
            tunnelProtocol: "vxlan",
            strict: false,
            chaining: "none",
            maxClusters: 255,
            pin: { version: plan.version, local: false, images: [] },
            mtu: plan.mtu,
            peers: Object.fromEntries(others.map(({ name, addresses }) => [name, addresses])),
          },
        );
        assert.deepEqual(pods, cloud === "gcp" ? [] : [plan.pods]);
      }),
    );
  });
});

function plannedAgent(): fc.Arbitrary<AgentPlan> {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
  const address = fc.ipV4();
  return fc
    .record({
      clusterName: name,
      clusterId: fc.integer({ min: 1, max: 255 }),
      encryption: fc.constantFrom(...Object.values(Encryption)),
      mtu: fc.integer({ min: 1280, max: 9001 }),
      pods: address.map((start) => `${start}/17`),
      mesh: fc.uniqueArray(
        fc.record({
          name,
          addresses: fc.array(address, { minLength: 1, maxLength: 3 }),
          nodes: address.map((start) => `${start}/20`),
        }),
        { selector: (cluster) => cluster.name, maxLength: 5 },
      ),
    })
    .map(agentPlan);
}
