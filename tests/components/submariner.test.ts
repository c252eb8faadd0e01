import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { submarinerPsk } from "../../agents/submariner/psk";
import { Mesh, type MeshArgs, MeshMember } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { reachOf } from "../../inventory/reach";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { valueAt } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const spec: MeshArgs = {
  agent: { kind: "flannel" },
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
  },
  traffic: [{ from: "dublin", to: "frankfurt", ports: ["443/tcp"] }],
  topology: { kind: "mesh" },
};
const { lock } = planMesh(spec, emptyLock(), SOURCES);
const mesh = { ...spec, lock: formatLock(lock) };
const ca = { cert: "certificate", key: pulumi.secret("key") };
const broker = { server: "dublin.example:443", ca: "Y2E=", token: pulumi.secret("token") };

const RELEASE = "kubernetes:helm.sh/v3:Release";

/** As the engine shows a release while its cluster's kubeconfig is not known. */
function firstPreview(resources: Resource[]): Resource[] {
  return resources.map((resource) => (resource.type === RELEASE ? { ...resource, props: {} } : resource));
}

function named(resources: Resource[], type: string, name: string): Resource {
  const found = resources.find((resource) => resource.type === type && resource.name === name);
  assert.ok(found, `${type} ${name}`);
  return found;
}

describe("a mesh of Flannel, joined by Submariner", () => {
  let resources: Resource[];
  before(async () => {
    const recorded = await record(() => new Mesh("mesh", mesh));
    assert.deepEqual(recorded.failures, []);
    resources = recorded.resources;
  });

  it("has the broker in the planned cluster alone, with a token that Kubernetes fills", () => {
    const brokers = resources.filter(
      ({ type, props }) => type === RELEASE && props.chart === "submariner-k8s-broker",
    );
    assert.deepEqual(
      brokers.map(({ name }) => name),
      ["dublin-submariner-broker-submariner-k8s-broker"],
    );
    const secret = named(resources, "kubernetes:core/v1:Secret", "dublin-submariner-broker-client");
    assert.equal(secret.props.type, "kubernetes.io/service-account-token");
    assert.deepEqual(valueAt(secret.props, "metadata.annotations"), {
      "kubernetes.io/service-account.name": "submariner-k8s-broker-client",
    });
    assert.ok(secret.dependencies?.includes(brokers[0]?.urn ?? ""));
  });

  it("has the operator in every cluster, after its agent", () => {
    for (const member of Object.keys(spec.members)) {
      const release = named(resources, RELEASE, `${member}-submariner-submariner-operator`);
      assert.equal(release.props.namespace, "submariner-operator");
      assert.equal(valueAt(release.props, "values.submariner.clusterId"), member);
      const agent = named(resources, RELEASE, `${member}-agent-flannel`);
      assert.ok(release.dependencies?.includes(agent.urn), member);
    }
  });

  it("lets other members' nodes come to the broker's API, and to every node on Submariner's ports", () => {
    for (const other of ["amsterdam", "frankfurt"]) {
      const { props } = named(
        resources,
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        `dublin-control-plane-from-${other}`,
      );
      assert.equal(props.fromPort, 443);
      named(
        resources,
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        `dublin-nodes-from-${other}-4500-udp`,
      );
    }
  });

  it("labels every node, so that any may be a gateway", () => {
    const label = { "submariner.io/gateway": "true" };
    assert.deepEqual(named(resources, "aws:eks/nodeGroup:NodeGroup", "dublin-nodes").props.labels, label);
    const pool = named(resources, "gcp:container/nodePool:NodePool", "frankfurt");
    assert.deepEqual(valueAt(pool.props, "nodeConfig.labels"), label);
    const aks = resources.find(({ type }) => type === "azure-native:containerservice:ManagedCluster");
    assert.deepEqual(valueAt(aks?.props, "agentPoolProfiles.0.nodeLabels"), label);
  });

  it("breaks no mandatory rule, and pods reach pods, also in its first preview", () => {
    for (const seen of [resources, firstPreview(resources)]) {
      const network = inventory(seen);
      for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
      const overlay = reachOf(network, "none").filter(({ layer }) => layer === "overlay");
      assert.equal(overlay.length, 6);
      for (const { from, to, ok, breaks } of overlay)
        assert.ok(ok, `${from} ${to} ${breaks.map(({ message }) => message).join()}`);
    }
  });

  it("in a stack of one member takes the broker's credentials, kept secret", async () => {
    const recorded = await record(
      () => new MeshMember("frankfurt", { ...mesh, member: "frankfurt", ca, broker }),
    );
    assert.deepEqual(recorded.failures, []);
    const release = named(recorded.resources, RELEASE, "frankfurt-submariner-submariner-operator");
    const text = JSON.stringify(release.props);
    assert.ok(!text.includes(submarinerPsk("key")));
    assert.ok(!text.includes('"token":"token"'));
  });

  it("refuses a member whose broker's credentials are not given", async () => {
    const { failures } = await record(
      () => new MeshMember("frankfurt", { ...mesh, member: "frankfurt", ca }),
    );
    assert.match(String(failures[0]), /broker: is missing: clusters meet at the API of dublin/);
  });
});

describe("an overlay of Calico, joined by Submariner", () => {
  const calico: MeshArgs = {
    agent: { kind: "calico", encryption: "wireguard" },
    isolation: "strict",
    members: {
      amsterdam: { cloud: "azure", region: "westeurope" },
      dublin: { cloud: "aws", region: "eu-west-1" },
    },
    traffic: [{ from: "amsterdam", to: "dublin", ports: ["443/tcp"] }],
  };
  let resources: Resource[];
  before(async () => {
    const text = formatLock(planMesh(calico, emptyLock(), SOURCES).lock);
    const recorded = await record(() => new Mesh("mesh", { ...calico, lock: text }));
    assert.deepEqual(recorded.failures, []);
    resources = recorded.resources;
  });

  it("breaks no mandatory rule, and lets pods do what traffic says and nothing else", () => {
    const network = inventory(resources);
    for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
    const open = reachOf(network, "none")
      .filter(({ layer, ok }) => layer === "overlay" && ok)
      .map(({ from, to }) => `${from} ${to}`);
    assert.ok(open.includes("amsterdam dublin"), open.join());
  });

  it("leaves pods what Submariner's cable takes, which is more than Calico's own", () => {
    const mtu = (member: string) =>
      valueAt(
        named(resources, RELEASE, `${member}-agent-calico`).props,
        "values.installation.calicoNetwork.mtu",
      );
    assert.equal(mtu("dublin"), 1446 - 80);
    // AKS carries 1400 bytes, though it says 1500.
    assert.equal(mtu("amsterdam"), 1400 - 80);
  });

  it("is refused where no member can be the broker", () => {
    const members: MeshArgs["members"] = {
      amsterdam: { cloud: "azure", region: "westeurope" },
      boydton: { cloud: "azure", region: "eastus2" },
    };
    assert.throws(
      () => planMesh({ ...calico, members, traffic: [] }, emptyLock(), SOURCES),
      /agent\.kind: calico is joined across clusters by Submariner.*no member can be it/,
    );
  });
});
