import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { type NarrowFlow, narrowFlows } from "../../../network/plan/narrow-flows";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";

const members: MeshSpec["members"] = {
  amsterdam: { cloud: "azure", region: "westeurope" },
  boydton: { cloud: "azure", region: "eastus2" },
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  office: { cloud: "site", ranges: ["192.168.40.0/22"], gateway: { address: "203.0.113.7", asn: 64900 } },
  stockholm: { cloud: "aws", region: "eu-north-1" },
};

/** What is said of an intent that asks for this much. */
function said(from: string, to: string, bandwidth: string | undefined, more: Partial<MeshSpec> = {}) {
  const spec: MeshSpec = {
    members,
    tiers: { wide: bandwidth === undefined ? {} : { bandwidth } },
    traffic: [{ from, to, tier: "wide" }],
    topology: { kind: "mesh" },
    ...more,
  };
  return narrowFlows(planMesh(spec, emptyLock(), SOURCES).plan);
}

const figures = ([narrow, ...others]: NarrowFlow[]) => {
  assert.deepEqual(others, []);
  return narrow && [narrow.link, narrow.flow, narrow.capacity, narrow.bundles];
};

describe("a tier's bandwidth that a single flow does not get", () => {
  it("is told with the link and what one flow gets there, and what all together get", () => {
    assert.deepEqual(figures(said("dublin", "frankfurt", "2Gbps")), [
      ...["dublin~frankfurt", 1000, 4000, "wireguard"],
    ]);
    assert.deepEqual(figures(said("dublin", "amsterdam", "1001Mbps")), [
      ...["amsterdam~dublin", 1000, 1000, "wireguard"],
    ]);
  });

  it("is not told of what one flow gets, of a tier without a bandwidth, nor where no cloud states a figure", () => {
    assert.deepEqual(said("dublin", "frankfurt", "1Gbps"), []);
    assert.deepEqual(said("dublin", "frankfurt", undefined), []);
    assert.deepEqual(said("amsterdam", "boydton", "100Gbps"), []);
  });

  it("is told of what AWS states for two of its nodes, where no gateway is the limit", () => {
    assert.deepEqual(said("dublin", "stockholm", "5Gbps"), []);
    assert.deepEqual(figures(said("dublin", "stockholm", "6Gbps")), [
      ...["dublin~stockholm", 5000, undefined, "wireguard"],
    ]);
  });

  it("is told of the narrowest link of a path that has several", () => {
    const path = {
      kind: "links",
      links: [
        { a: "boydton", b: "dublin" },
        { a: "dublin", b: "stockholm" },
      ],
    };
    const { boydton, dublin, stockholm } = members;
    const some = { boydton, dublin, stockholm } as MeshSpec["members"];
    const topology = path as MeshSpec["topology"];
    assert.deepEqual(figures(said("stockholm", "boydton", "6Gbps", { members: some, topology })), [
      ...["boydton~dublin", 1000, 1000, "wireguard"],
    ]);
  });

  it("has what makes one flow of many: the agent's encryption, and nothing at a site or without one", () => {
    const bundles = (more: Partial<MeshSpec>, from = "dublin") =>
      said(from, "frankfurt", "2Gbps", more).map((narrow) => narrow.bundles);
    assert.deepEqual(bundles({ agent: { encryption: "ipsec" } }), ["ipsec"]);
    assert.deepEqual(bundles({ agent: { encryption: "none" } }), ["none"]);
    assert.deepEqual(bundles({}, "office"), ["none"]);
  });
});
