import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { cluster, type Given, NETWORK, read, SUBNET } from "./foreign";

const nodes = (...given: Given[]) =>
  read(...given)
    .ranges.filter(({ use, origin }) => use === "nodes" && origin.property !== "ipCidrRange")
    .map(({ cidr, owner, origin }) => [cidr, owner.split("::").at(-1), origin.property]);

const auto = (props: Record<string, unknown> = {}): Given => [
  "net",
  TYPES.network,
  { name: "net", ...props },
];

describe("reading Google Cloud's resources: where the nodes of a cluster live", () => {
  it("knows the range of the default network, whether it is named or not", () => {
    const known = [["10.128.0.0/9", "gke", "subnetwork"]];
    assert.deepEqual(nodes(cluster({}, {})), known);
    assert.deepEqual(nodes(cluster({ network: UNKNOWN, subnetwork: UNKNOWN }, {})), known);
    const self = "projects/p/global/networks/default";
    const subnetwork = "projects/p/regions/europe-west3/subnetworks/default";
    assert.deepEqual(nodes(cluster({ network: self, subnetwork }, {})), known);
    assert.deepEqual(nodes(cluster({ network: "default" }, {})), [["10.128.0.0/9", "gke", "network"]]);
  });

  it("takes clusters of one project for neighbours in one default network, and those of two for not", () => {
    const other = (project: string): Given => ["other", TYPES.cluster, { project }];
    const first = cluster({ project: "one" }, {});
    const owners = (...given: Given[]) => nodes(...given).map(([, owner]) => owner);
    assert.deepEqual(owners(first, other("one")), ["gke", "gke"]);
    assert.deepEqual(owners(first, other("two")), ["gke", "other"]);
  });

  it("says that the range is unknown of a network or subnet that nothing here has", () => {
    assert.deepEqual(nodes(cluster({ network: "theirs" }, {})), [[UNKNOWN, "gke", "network"]]);
    assert.deepEqual(nodes(cluster({ network: "default", subnetwork: "added" }, {})), [
      [UNKNOWN, "gke", "subnetwork"],
    ]);
    const gone = { network: "taken-away", subnetwork: "taken-away" };
    assert.deepEqual(nodes(cluster({ network: UNKNOWN, subnetwork: UNKNOWN }, gone)), [
      [UNKNOWN, "gke", "subnetwork"],
    ]);
  });

  it("says so too where only the network is here, and the subnet is none of its own", () => {
    const inNetwork = (props: Record<string, unknown>) =>
      cluster({ network: "x", ...props }, { network: "net" });
    assert.deepEqual(nodes(NETWORK, inNetwork({ subnetwork: "theirs" })), [[UNKNOWN, "gke", "subnetwork"]]);
    assert.deepEqual(nodes(auto(), inNetwork({ subnetwork: "added" })), [[UNKNOWN, "gke", "subnetwork"]]);
  });

  it("says nothing more where a subnet or an auto mode network tells its range", () => {
    assert.deepEqual(nodes(NETWORK, SUBNET, cluster({})), []);
    const inNetwork = (props: Record<string, unknown>) =>
      cluster({ network: "x", ...props }, { network: "net" });
    assert.deepEqual(nodes(auto(), inNetwork({})), []);
    assert.deepEqual(nodes(auto(), inNetwork({ subnetwork: "projects/p/regions/r/subnetworks/net" })), []);
    assert.deepEqual(nodes(auto({ autoCreateSubnetworks: UNKNOWN }), inNetwork({ subnetwork: UNKNOWN })), []);
  });
});
