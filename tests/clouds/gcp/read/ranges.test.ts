import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import type { Network } from "../../../../network/model/network";
import { UNKNOWN } from "../../../../network/model/resource";
import { cluster, type Given, NETWORK, read, SUBNET } from "./foreign";

function rangesIn({ ranges }: Network) {
  return ranges.map(({ use, cidr, owner }) => [use, cidr, owner.split("::").at(-1)]);
}

describe("reading Google Cloud's resources: ranges", () => {
  it("tells a subnet as address space of its network, and a cluster's secondary ranges as the cluster's", () => {
    const policy = { clusterSecondaryRangeName: "a", servicesSecondaryRangeName: "b" };
    const network = read(NETWORK, SUBNET, cluster({ ipAllocationPolicy: policy }));
    assert.deepEqual(rangesIn(network), [
      ["nodes", "10.0.0.0/20", "net"],
      ["subnet", "10.9.0.0/20", "net"],
      ["pods", "10.4.0.0/14", "gke"],
      ["services", "10.8.0.0/20", "gke"],
    ]);
    assert.equal(network.ranges[2]?.origin.property, "secondaryIpRanges.0.ipCidrRange");
  });

  it("takes ranges that a cluster is given itself, and its control plane's", () => {
    const policy = { clusterIpv4CidrBlock: "10.4.0.0/14", servicesIpv4CidrBlock: "/20" };
    const given = {
      ipAllocationPolicy: policy,
      privateClusterConfig: { masterIpv4CidrBlock: "172.16.0.0/28" },
    };
    assert.deepEqual(rangesIn(read(cluster(given))), [
      ["pods", "10.4.0.0/14", "gke"],
      // A length only: Google chooses which.
      ["services", UNKNOWN, "gke"],
      ["controlPlane", "172.16.0.0/28", "gke"],
      // It names no network, so that its nodes are in the project's default one.
      ["nodes", "10.128.0.0/9", "gke"],
    ]);
  });

  it("says unknown of what GKE chooses, and of a secondary range that is not found", () => {
    assert.deepEqual(rangesIn(read(cluster({}))), [
      ["pods", UNKNOWN, "gke"],
      ["services", UNKNOWN, "gke"],
      ["nodes", "10.128.0.0/9", "gke"],
    ]);
    const policy = { clusterSecondaryRangeName: "nowhere", servicesSecondaryRangeName: UNKNOWN };
    const found = rangesIn(read(NETWORK, SUBNET, cluster({ ipAllocationPolicy: policy })));
    assert.deepEqual(found.slice(-2), [
      ["pods", UNKNOWN, "gke"],
      ["services", UNKNOWN, "gke"],
    ]);
  });

  it("tells a node pool's own pod range, and a cluster's additional ones", () => {
    const policy = {
      clusterSecondaryRangeName: "a",
      servicesSecondaryRangeName: "b",
      additionalPodRangesConfig: { podRangeNames: ["c"] },
    };
    const pool: Given = ["pool", TYPES.nodePool, { networkConfig: { podRange: "c" } }, { cluster: "gke" }];
    const pods = rangesIn(read(NETWORK, SUBNET, cluster({ ipAllocationPolicy: policy }), pool));
    assert.deepEqual(
      pods.filter(([, cidr]) => cidr === "10.9.0.0/20"),
      [
        ["pods", "10.9.0.0/20", "gke"],
        ["pods", "10.9.0.0/20", "gke"],
      ],
    );
  });

  it("knows that a network makes its own subnets unless told not to", () => {
    assert.deepEqual(rangesIn(read(["net", TYPES.network, {}])), [["network", "10.128.0.0/9", "net"]]);
    const perhaps = read(["net", TYPES.network, { autoCreateSubnetworks: UNKNOWN }]);
    assert.deepEqual(rangesIn(perhaps), [["network", UNKNOWN, "net"]]);
  });

  it("finds a subnet's network by name, too", () => {
    const named: Given = ["net", TYPES.network, { name: "shared", autoCreateSubnetworks: false }];
    const subnet: Given = ["subnet", TYPES.subnet, { network: "shared", ipCidrRange: UNKNOWN }];
    assert.deepEqual(rangesIn(read(named, subnet)), [["nodes", UNKNOWN, "net"]]);
  });
});
