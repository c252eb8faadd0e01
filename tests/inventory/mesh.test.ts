import assert from "node:assert/strict";
import { readMesh } from "../../inventory/mesh";
import { UNKNOWN } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";

const urn = "urn:pulumi:dev::app::isthmus:index:Mesh::mesh";

function read(props: Record<string, unknown>) {
  const mesh = { urn, type: "isthmus:index:Mesh", name: "mesh", custom: false, props };
  return readMesh(new ResourceIndex([{ ...mesh, dependencies: [], propertyDependencies: {} }]));
}

const members = {
  dublin: { cloud: "aws", region: "eu-west-1", ranges: { nodes: "10.64.0.0/20" } },
  office: { cloud: "site", ranges: ["192.168.40.0/22"] },
};

describe("what a mesh tells of itself", () => {
  it("is its members with their places and ranges", () => {
    const facts = read({ members });
    assert.deepEqual(
      facts.members.map(({ name, cloud, region }) => [name, cloud, region]),
      [
        ["dublin", "aws", "eu-west-1"],
        ["office", "site", undefined],
      ],
    );
    assert.deepEqual(
      facts.ranges.map(({ member, use, cidr, origin }) => [member, use, cidr, origin.property]),
      [
        ["dublin", "nodes", "10.64.0.0/20", "members.dublin.ranges.nodes"],
        ["office", "network", "192.168.40.0/22", "members.office.ranges.0"],
      ],
    );
    assert.notEqual(facts.ranges[0]?.owner, facts.ranges[1]?.owner);
  });

  it("is its traffic with what the tier promises, in milliseconds", () => {
    const traffic = [
      { from: "dublin", to: "office", tier: "gold" },
      { from: "office", to: "dublin", tier: "bulk" },
      { from: "dublin", to: "dublin" },
    ];
    const { intents, unread } = read({ traffic, tiers: { gold: { rtt: 40 }, bulk: {} } });
    assert.deepEqual(
      intents.map(({ from, to, tier, rtt }) => [from, to, tier, rtt]),
      [
        ["dublin", "office", "gold", 40],
        ["office", "dublin", "bulk", undefined],
        ["dublin", "dublin", undefined, undefined],
      ],
    );
    assert.deepEqual(unread, []);
  });

  it("is unread, by name, where it is not known", () => {
    const unread = (props: Record<string, unknown>) => read(props).unread.map(({ property }) => property);
    assert.deepEqual(unread({ members: UNKNOWN, traffic: UNKNOWN }), ["members", "traffic"]);
    assert.deepEqual(unread({ members: { dublin: UNKNOWN } }), ["members.dublin.cloud"]);
    assert.deepEqual(unread({ traffic: [{ from: "dublin", to: UNKNOWN }] }), ["traffic.0"]);
  });

  it("keeps a range, a region and a promise that are not known as such", () => {
    const dublin = { cloud: "aws", region: UNKNOWN, ranges: { pods: UNKNOWN } };
    const facts = read({
      members: { dublin },
      traffic: [{ from: "a", to: "b", tier: "gold" }],
      tiers: UNKNOWN,
    });
    assert.equal(facts.members[0]?.region, UNKNOWN);
    assert.deepEqual([facts.ranges[0]?.use, facts.ranges[0]?.cidr], ["pods", UNKNOWN]);
    assert.equal(facts.intents[0]?.rtt, UNKNOWN);
  });
});
