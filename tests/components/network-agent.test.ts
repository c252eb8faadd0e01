import assert from "node:assert/strict";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { readAgents } from "../../agents/read";
import { createCertificateAuthority } from "../../components/certificate-authority";
import { NetworkAgent } from "../../components/network-agent";
import type { NetworkAgentArgs } from "../../components/network-agent-args";
import { InputError } from "../../network/errors";
import { UNKNOWN } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { record } from "../../recorder/record";
import { CHART_KEYS, keyPaths } from "../agents/cilium/chart-keys";

const CA = { cert: "-----BEGIN CERTIFICATE-----", key: "-----BEGIN EC PRIVATE KEY-----" };

/** Dublin in a mesh of two; a case changes what it is about. */
function agentArgs(changes: Partial<NetworkAgentArgs> = {}): NetworkAgentArgs {
  return {
    cloud: "aws",
    clusterName: "dublin",
    clusterId: 7,
    pods: "10.80.0.0/17",
    loadBalancer: [{ subnet: "nodes-a", address: "10.64.0.10" }],
    mesh: [{ name: "frankfurt", addresses: ["10.65.0.10"], nodes: "10.65.0.0/20" }],
    ca: CA,
    ...changes,
  };
}

function recordAgent(changes: Partial<NetworkAgentArgs> = {}) {
  return record(() => {
    const provider = new Provider("cluster", { kubeconfig: "{}" });
    new NetworkAgent("dublin-agent", agentArgs(changes), { provider });
  });
}

/** What the constructor says when it refuses. */
async function refusal(changes: Partial<NetworkAgentArgs>): Promise<string> {
  const { failures, resources } = await recordAgent(changes);
  assert.ok(failures[0] instanceof InputError, String(failures[0]));
  assert.ok(!resources.some(({ type }) => type.includes("helm.sh")));
  return failures[0].message;
}

describe("NetworkAgent", () => {
  it("installs the pinned chart through the cluster's provider, without waiting for nodes", async () => {
    const { resources, failures } = await recordAgent();
    assert.deepEqual(failures, []);
    const release = resources.find(({ type }) => type === "kubernetes:helm.sh/v3:Release");
    const { values: _values, ...props } = release?.props ?? {};
    assert.deepEqual(props, {
      name: "cilium",
      namespace: "kube-system",
      chart: "cilium",
      repositoryOpts: { repo: "https://helm.cilium.io" },
      version: "1.19.6",
      skipAwait: true,
      atomic: false,
      compat: "true",
    });
    assert.equal(
      release?.provider,
      resources.find(({ type }) => type === "pulumi:providers:kubernetes")?.urn,
    );
    assert.equal(release?.parent, resources.find(({ type }) => type === "isthmus:index:NetworkAgent")?.urn);
  });

  it("mirrors what policies ask for, known at preview", async () => {
    const { resources } = await recordAgent();
    assert.deepEqual(resources.find(({ type }) => type === "isthmus:index:NetworkAgent")?.props, {
      kind: "cilium",
      cloud: "aws",
      clusterName: "dublin",
      clusterId: 7,
      encryption: "wireguard",
      version: "1.19.6",
      pods: "10.80.0.0/17",
      mtu: 1406,
      datapath: "overlay",
      peers: { frankfurt: ["10.65.0.10"] },
    });
  });

  it("is read back as what it was told", async () => {
    const { resources } = await recordAgent({ encryption: "none", mtu: 1446 });
    const { agents, ranges } = readAgents(new ResourceIndex(resources));
    const [agent] = agents;
    assert.equal(agent?.clusterName, "dublin");
    assert.equal(agent?.encryption, "none");
    assert.equal(agent?.mtu, 1446);
    assert.deepEqual(agent?.peers, { frankfurt: ["10.65.0.10"] });
    assert.deepEqual(
      ranges.map(({ cidr }) => cidr),
      ["10.80.0.0/17"],
    );
  });

  it("gives the chart the CA as secrets, and nothing else of its values is one", async () => {
    const { resources } = await recordAgent();
    const values = resources.find(({ type }) => type === "kubernetes:helm.sh/v3:Release")?.props.values;
    const { tls, ...rest } = values as Record<string, unknown>;
    assert.deepEqual(tls, { ca: { cert: UNKNOWN, key: UNKNOWN } });
    assert.ok(!JSON.stringify(rest).includes("unknown"));
    assert.ok(!JSON.stringify(resources).includes(Buffer.from(CA.key).toString("base64")));
    assert.deepEqual(
      keyPaths(values).filter((path) => !CHART_KEYS.includes(path)),
      [],
    );
  });

  it("takes a CA made in the same program, not known before apply", async () => {
    const { failures } = await record(() => {
      const provider = new Provider("cluster", { kubeconfig: "{}" });
      const ca = createCertificateAuthority("mesh");
      new NetworkAgent("agent", agentArgs({ ca, encryption: "ipsec" }), { provider });
    });
    assert.deepEqual(failures, []);
  });

  it("gives IPsec its keys as a secret, from the mesh's CA or, alone, from a password of its own", async () => {
    const meshed = await recordAgent({ encryption: "ipsec" });
    const keys = meshed.resources.find(({ type }) => type === "kubernetes:core/v1:Secret");
    assert.deepEqual(keys?.props.metadata, { name: "cilium-ipsec-keys", namespace: "kube-system" });
    assert.deepEqual(keys?.props.stringData, UNKNOWN);
    const release = meshed.resources.find(({ type }) => type === "kubernetes:helm.sh/v3:Release");
    assert.ok(keys && release?.dependencies.includes(keys.urn));

    const alone = await recordAgent({ encryption: "ipsec", mesh: [], ca: undefined });
    assert.deepEqual(alone.failures, []);
    assert.ok(alone.resources.some(({ type }) => type === "random:index/randomPassword:RandomPassword"));
  });

  it("installs a cluster alone with no more than its name, its cloud and its pod range", async () => {
    const { resources, failures } = await record(() => {
      const provider = new Provider("cluster", { kubeconfig: "{}" });
      new NetworkAgent("agent", { cloud: "gcp", clusterName: "solo", pods: "10.80.0.0/17" }, { provider });
    });
    assert.deepEqual(failures, []);
    const [agent] = readAgents(new ResourceIndex(resources)).agents;
    assert.deepEqual([agent?.clusterId, agent?.encryption, agent?.mtu], [1, "wireguard", 1406]);
  });

  it("takes the provider from a parent too", async () => {
    const { failures } = await record(() => {
      const provider = new Provider("cluster", { kubeconfig: "{}" });
      const parent = new pulumi.ComponentResource(
        "test:index:Cluster",
        "dublin",
        {},
        { providers: [provider] },
      );
      new NetworkAgent("agent", agentArgs(), { parent });
    });
    assert.deepEqual(failures, []);
  });

  it("refuses to be made without the cluster's provider", async () => {
    const { failures } = await record(() => new NetworkAgent("agent", agentArgs()));
    assert.match(String(failures[0]), /agent: provider: is missing; give the Kubernetes provider/);
  });

  it("refuses by name what is not built", async () => {
    assert.match(
      await refusal({ kind: "docker" }),
      /^agent\.kind: docker is not built yet; cilium, .*custom are\.$/,
    );
    assert.match(
      await refusal({ datapath: "routed" }),
      /^dublin-agent: agent\.datapath: routed is not built/,
    );
  });

  it("warns of a version that was not tested, with what was", async () => {
    const { logs, failures } = await recordAgent({ version: "1.20.0" });
    assert.deepEqual(failures, []);
    assert.deepEqual(
      logs.filter(({ severity }) => severity === "warning").map(({ message }) => message),
      ["agent.version: cilium 1.20.0 was not tested with this release of isthmus; 1.19.6 was"],
    );
    assert.deepEqual((await recordAgent()).logs, []);
  });

  it("refuses a mesh without the CA that its clusters share", async () => {
    assert.match(
      await refusal({ ca: undefined }),
      /^dublin-agent: ca: is missing, but agent\.mesh names frankfurt/,
    );
  });

  it("says all that is wrong at once, a line each", async () => {
    const message = await refusal({ clusterId: 300, loadBalancer: [] });
    assert.deepEqual(
      message.split("\n").map((line) => line.split(": ")[1]),
      ["agent.clusterId", "agent.loadBalancer"],
    );
  });
});
