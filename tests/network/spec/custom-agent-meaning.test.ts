import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";
import { readSpecText } from "../../../network/spec/yaml";

const custom = {
  chart: "antrea",
  repository: "https://charts.antrea.io",
  values: { nodeIPAM: { clusterCIDRs: ["{{pods}}"] } },
  overhead: { wireguard: 80 },
};

/** What a spec with this agent is told, each as `path: message`. */
function told(agent: unknown): string[] {
  try {
    readSpec({ agent, members: { dublin: { cloud: "aws", region: "eu-west-1" } } });
    return [];
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

const of = (changes: object, more: object = {}) =>
  told({ kind: "custom", version: "2.5.1", ...more, custom: { ...custom, ...changes } });

describe("what a spec says of a custom agent", () => {
  it("is taken where it is whole", () => {
    assert.deepEqual(of({}), []);
    assert.deepEqual(of({ chart: "oci://registry.example.com/charts/cni", repository: undefined }), []);
    assert.deepEqual(of({ ports: ["51820/udp", "esp", "icmp"], overlay: ["aws"], routed: ["gcp"] }), []);
    assert.deepEqual(of({}, { version: "v2.5.1-rc.1" }), []);
  });

  it("must be there for kind custom, with a version, and for no other kind", () => {
    assert.deepEqual(told({ kind: "custom" }), [
      "agent.custom: is required: say what the agent is, as docs/agents/custom.md shows",
    ]);
    assert.deepEqual(told({ kind: "custom", custom }), [
      "agent.version: is required: pin the chart's version",
    ]);
    assert.deepEqual(told({ kind: "cilium", custom }), [
      "agent.custom: is only for kind custom, and the kind is cilium",
    ]);
    assert.deepEqual(told({ custom }), ["agent.custom: is only for kind custom, and the kind is cilium"]);
  });

  it("pins a version, and not the newest of whatever day it is", () => {
    assert.deepEqual(of({}, { version: "latest" }), [
      "agent.version: a chart version is pinned by three numbers, for example 1.19.6",
    ]);
  });

  it("names where the chart is, once", () => {
    assert.deepEqual(of({ repository: undefined }), [
      "agent.custom.repository: is required: give the address of the chart's repository",
    ]);
    assert.deepEqual(of({ chart: "oci://registry.example.com/charts/cni" }), [
      "agent.custom.repository: is not for a chart in a registry, whose name is its whole address",
    ]);
    assert.deepEqual(of({ repository: "http://charts.example.com" }), [
      "agent.custom.repository: a chart repository's address begins with https://",
    ]);
  });

  it("names a chart that there can be", () => {
    const [fault] = of({ chart: "./charts/cni" });
    assert.match(fault ?? "", /^agent\.custom\.chart: a chart is like antrea/);
  });

  it("offers the encryption that the mesh asks for", () => {
    assert.deepEqual(of({}, { encryption: "ipsec" }), [
      "agent.encryption: ipsec is not what the agent offers; custom.overhead has wireguard",
    ]);
    assert.deepEqual(of({ overhead: {} }), [
      "agent.encryption: wireguard is not what the agent offers; custom.overhead has nothing",
    ]);
  });

  it("has overheads and ports that there can be", () => {
    assert.deepEqual(of({ overhead: { wireguard: -1 } }).slice(0, 1), [
      "agent.custom.overhead.wireguard: an overhead is 0 bytes or more",
    ]);
    const port = "a port of an agent is like 51820/udp; the other protocols are esp and icmp";
    assert.deepEqual(of({ ports: ["51820", "0/udp", "70000/tcp", "1-2/udp"] }), [
      `agent.custom.ports.0: ${port}`,
      `agent.custom.ports.1: ${port}`,
      `agent.custom.ports.2: ${port}`,
      `agent.custom.ports.3: ${port}`,
    ]);
  });

  it("names clouds where there are clusters of ours", () => {
    assert.deepEqual(of({ overlay: ["aws", "site"] }), [
      "agent.custom.overlay.1: site has no cluster of ours; name aws, gcp or azure",
    ]);
  });

  it("asks for values of the plan that there are", () => {
    assert.deepEqual(of({ values: { ipam: { cidrs: ["{{pod}}"] } } }), [
      "agent.custom.values.ipam.cidrs.0: {{pod}} stands for nothing (a chart's own templates have spaces inside the braces); did you mean {{pods}}?",
    ]);
    const [fault] = of({ values: { host: "{{HOSTNAME_OF_NODE}}" } });
    assert.match(fault ?? "", /stands for nothing .*; there are cloud, clusterName, .*remote\.pods$/);
  });

  it("has values that are known before anything is made", () => {
    assert.deepEqual(of({ values: { psk: Promise.resolve("x") } }), [
      "agent.custom.values.psk: is no plain value, known before anything is made: give text, a number, true or false, a list or a map",
    ]);
  });

  it("has its placeholders in quotes, where YAML would make maps of them", () => {
    const text = [
      "members: { dublin: { cloud: aws, region: eu-west-1 } }",
      "agent:",
      "  kind: custom",
      "  version: 2.5.1",
      "  custom:",
      "    chart: oci://registry.example.com/cni",
      "    overhead: { wireguard: 80 }",
      "    values: { mtu: {{podMtu}} }",
    ].join("\n");
    assert.throws(
      () => readSpecText({ file: "mesh.yaml", text }),
      (error) => {
        assert.ok(error instanceof InputError);
        assert.deepEqual(
          error.faults.map(({ line, path }) => [line, path]),
          [[8, "agent.custom.values.mtu"]],
        );
        assert.match(error.message, /put a placeholder in quotes/);
        return true;
      },
    );
  });

  it("is told, of an unknown kind, the kinds that there are", () => {
    assert.deepEqual(told({ kind: "kube-router" }), [
      'agent.kind: "kube-router" is none of the choices; choose cilium, calico, flannel, weave, docker, custom',
    ]);
  });
});
