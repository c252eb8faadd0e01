import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { noPublicNodesRule as rule } from "../../../policies/exposure/no-public-nodes";
import { AKS, EKS_NODES, GKE, GKE_NODES, type Single, said } from "../single";

/** A node group in one subnet, perhaps with a template whose interface says something of addresses. */
function dublin(subnet: object, associatePublicIpAddress?: unknown): Record<string, Single> {
  return {
    subnet: { type: "aws:ec2/subnet:Subnet", props: { ...subnet } },
    template: {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      props: { networkInterfaces: [{ associatePublicIpAddress }] },
    },
    nodes: {
      type: EKS_NODES,
      props: { subnetIds: [UNKNOWN], launchTemplate: { id: UNKNOWN } },
      refs: { subnetIds: "subnet", launchTemplate: "template" },
    },
  };
}

/** A GKE cluster without nodes of its own, and a pool of it. */
function frankfurt(cluster: object, pool: object): Record<string, Single> {
  return {
    frankfurt: { type: GKE, props: { removeDefaultNodePool: true, ...cluster } },
    pool: { type: GKE_NODES, props: { cluster: UNKNOWN, ...pool }, refs: { cluster: "frankfurt" } },
  };
}
const PRIVATE = { privateClusterConfig: { enablePrivateNodes: true } };

describe("exposure-no-public-nodes", () => {
  it("passes nodes without public addresses", () => {
    assert.deepEqual(said(rule, dublin({ mapPublicIpOnLaunch: false })), []);
    assert.deepEqual(said(rule, dublin({ mapPublicIpOnLaunch: true }, "false")), []);
    assert.deepEqual(said(rule, frankfurt(PRIVATE, {})), []);
    assert.deepEqual(said(rule, frankfurt({}, { networkConfig: { enablePrivateNodes: true } })), []);
    const pools = { amsterdam: { type: AKS, props: { agentPoolProfiles: [{ name: "nodes" }] } } };
    assert.deepEqual(said(rule, pools), []);
    // What a preview of the provider makes of a property that nobody wrote.
    const more = {
      type: "azure-native:containerservice:AgentPool",
      props: { enableNodePublicIP: UNKNOWN },
    };
    assert.deepEqual(said(rule, { more }), []);
  });

  it("names those that have, said or by GKE's default", () => {
    const amsterdam = { type: AKS, props: { agentPoolProfiles: [{ enableNodePublicIP: true }] } };
    for (const [parts, name] of [
      [dublin({ mapPublicIpOnLaunch: true }), "nodes"],
      [dublin({}, "true"), "nodes"],
      [{ frankfurt: { type: GKE } }, "frankfurt"],
      [frankfurt({}, {}), "pool"],
      [frankfurt(PRIVATE, { networkConfig: { enablePrivateNodes: false } }), "pool"],
      [{ amsterdam }, "amsterdam"],
    ] as const) {
      assert.match(
        said(rule, parts).join("\n"),
        new RegExp(`^${name}: ${name} \\(urn:.*\\) gives its nodes public addresses.*NAT[^\\n]*$`),
      );
    }
  });

  it("does not pass subnets, templates and settings that are not known", () => {
    const elsewhere = { nodes: { type: EKS_NODES, props: { subnetIds: ["subnet-0123"] } } };
    for (const parts of [
      dublin({ mapPublicIpOnLaunch: UNKNOWN }),
      dublin({}, UNKNOWN),
      elsewhere,
      { nodes: { type: EKS_NODES, props: { subnetIds: UNKNOWN } } },
      { pool: { type: GKE_NODES, props: { cluster: "elsewhere" } } },
      frankfurt(PRIVATE, { networkConfig: UNKNOWN }),
      { frankfurt: { type: GKE, props: { privateClusterConfig: UNKNOWN } } },
      { amsterdam: { type: AKS, props: { agentPoolProfiles: [{ enableNodePublicIP: UNKNOWN }] } } },
    ]) {
      assert.match(said(rule, parts)[0] ?? "", /is not known/);
    }
  });
});
