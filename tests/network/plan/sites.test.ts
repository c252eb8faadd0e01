import assert from "node:assert/strict";
import { emptyLock } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { InputError } from "../../../network/errors";
import { planMesh } from "../../../network/plan/plan";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";
import { ANY_DATAPATH } from "./any-datapath";

const dublin: MemberSpec = { cloud: "aws", region: "eu-west-1" };
const frankfurt: MemberSpec = { cloud: "gcp", region: "europe-west3" };
const amsterdam: MemberSpec = { cloud: "azure", region: "westeurope" };
const clusters = { dublin, frankfurt, amsterdam };
const gateway = { address: "203.0.113.7", asn: 64900 };
const office: MemberSpec = { cloud: "site", ranges: ["192.168.40.0/22", "10.9.0.0/16"], gateway };
const twoDevices: MemberSpec = {
  ...office,
  gateway: { addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 },
};

const plan = (spec: Partial<MeshSpec> = {}, lock = emptyLock()) =>
  planMesh({ members: { ...clusters, office }, ...spec }, lock, ANY_DATAPATH);

function refusal(spec: Partial<MeshSpec>): string {
  try {
    plan(spec);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
}

const linksTo = (members: MeshSpec["members"]) =>
  plan({ members }).plan.links.filter(({ b }) => b === "office");

describe("a plan with a site", () => {
  it("says of the site what its people gave, and what comes over each link, and calls it no cluster", () => {
    const { plan: planned, lock } = plan();
    assert.deepEqual(Object.keys(planned.members), ["amsterdam", "dublin", "frankfurt"]);
    const nodes = (name: string) => planned.members[name]?.ranges.nodes ?? "";
    assert.deepEqual(planned.sites, {
      office: {
        name: "office",
        addresses: ["203.0.113.7"],
        asn: 64900,
        ranges: ["10.9.0.0/16", "192.168.40.0/22"],
        expects: {
          // Azure's gateway and AWS' pass on what the others tell them, Google Cloud's router does not.
          "amsterdam~office": ["amsterdam", "dublin", "frankfurt"].map(nodes).sort(),
          "dublin~office": ["amsterdam", "dublin", "frankfurt"].map(nodes).sort(),
          "frankfurt~office": [nodes("frankfurt")],
        },
      },
    });
    assert.ok(![...lock.clusterIds.keys()].includes("office"));
    assert.ok(![...lock.asns.keys()].includes("office"));
    for (const member of Object.values(planned.members)) {
      assert.ok(!member.peers.some(({ name }) => name === "office"));
      assert.ok(!member.agent.mesh.some(({ name }) => name === "office"));
      for (const range of planned.sites?.office?.ranges ?? [])
        assert.ok(member.gateway?.remote.includes(range), member.name);
    }
  });

  it("takes from a member that passes routes on what is behind it, but never another site's ranges", () => {
    const depot: MemberSpec = {
      cloud: "site",
      ranges: ["192.168.80.0/22"],
      gateway: { address: "203.0.113.9", asn: 64901 },
    };
    const links = ["amsterdam", "frankfurt"].map((b) => ({ a: "dublin", b }));
    const { plan: planned } = plan({
      members: { ...clusters, office, depot },
      topology: {
        kind: "links",
        links: [...links, { a: "dublin", b: "office" }, { a: "dublin", b: "depot" }],
      },
    });
    const nodes = Object.values(planned.members).map(({ ranges }) => ranges.nodes);
    assert.deepEqual(planned.sites?.office?.expects, { "dublin~office": nodes.sort() });
    assert.deepEqual(planned.sites?.depot?.expects, { "depot~dublin": nodes.sort() });
  });

  it("takes the pods' ranges too where they are routed", () => {
    const { plan: planned } = plan({ datapath: "routed", members: { frankfurt, office } });
    const { nodes, pods } = planned.members.frankfurt?.ranges ?? {};
    assert.deepEqual(planned.sites?.office?.expects, { "frankfurt~office": [nodes, pods].sort() });
  });

  it("adds nothing to the plan of a mesh without one", () => {
    const without = plan({ members: clusters }).plan;
    assert.ok(!("sites" in without));
    for (const member of Object.values(without.members)) assert.ok(!("inbound" in member));
    for (const link of without.links) {
      for (const tunnel of link.tunnels) assert.ok(!("keyOf" in tunnel));
    }
  });

  it("gives each tunnel a /30 of its own, and the device in it the host that the cloud leaves", () => {
    for (const members of [
      { ...clusters, office },
      { ...clusters, office: twoDevices },
    ]) {
      const links = linksTo(members);
      const insides = links.flatMap((link) => link.tunnels.map(({ inside }) => inside));
      assert.equal(new Set(insides).size, insides.length);
      for (const { a, tunnels } of links) {
        for (const tunnel of tunnels) {
          const base = Number(/(\d+)\/30$/.exec(tunnel.inside)?.[1]);
          const [cloud, device] = [tunnel.a, tunnel.b].map(
            ({ address }) => Number(address.split(".")[3]) - base,
          );
          if (a === "amsterdam") assert.equal(cloud, 2);
          else assert.deepEqual([cloud, device], [1, 2]);
          if (a === "amsterdam") assert.match(tunnel.inside, /^169\.254\.2[12]\./);
        }
      }
    }
  });

  it("has one address and one key at a device for both of Azure's tunnels to it, since one connection carries them", () => {
    const [link] = linksTo({ amsterdam, office: twoDevices });
    const facts = link?.tunnels.map(({ name, keyOf, a, b }) => [
      name.slice(-1),
      keyOf?.slice(-1),
      a.interface,
      b.interface,
    ]);
    assert.deepEqual(facts, [
      ["1", undefined, 0, 0],
      ["2", "1", 1, 0],
      ["3", undefined, 0, 1],
      ["4", "3", 1, 1],
    ]);
    const [one, two, three, four] = link?.tunnels ?? [];
    assert.equal(one?.b.address, two?.b.address);
    assert.equal(three?.b.address, four?.b.address);
    assert.notEqual(one?.b.address, three?.b.address);
    assert.notEqual(one?.a.address, two?.a.address);
  });

  it("has no generation for a tunnel with another's key, which follows that one's", () => {
    const { lock } = plan({ members: { amsterdam, office } });
    assert.deepEqual([...lock.generations.keys()], ["amsterdam~office/tunnel/1"]);
    const raised = { ...lock, generations: new Map([["amsterdam~office/tunnel/1", 3]]) };
    const again = plan({ members: { amsterdam, office } }, raised);
    assert.deepEqual(again.added, []);
    assert.deepEqual(
      again.plan.links[0]?.tunnels.map(({ generation }) => generation),
      [3, 3],
    );
  });

  it("never allocates what a site has already", () => {
    const taken: MemberSpec = { ...office, ranges: ["10.64.0.0/11", "10.96.0.0/12"] };
    const { plan: planned } = plan({ members: { ...clusters, office: taken } });
    for (const { ranges } of Object.values(planned.members)) {
      for (const range of Object.values(ranges))
        assert.match(range, /^10\.1(1[2-9]|2[0-7])\./, "outside the site's ranges");
    }
  });

  it("moves nothing of the others when it comes, gets a second device, and goes", () => {
    const before = plan({ members: clusters });
    const lock = parseLock(formatLock(before.lock));
    const one = plan({}, lock);
    const two = plan({ members: { ...clusters, office: twoDevices } }, parseLock(formatLock(one.lock)));
    for (const after of [one, two]) {
      for (const old of Object.values(before.plan.members)) {
        const now = after.plan.members[old.name];
        assert.deepEqual(now?.ranges, old.ranges);
        assert.equal(now?.gateway?.asn, old.gateway?.asn);
        assert.deepEqual(now?.agent, old.agent);
      }
      for (const link of before.plan.links)
        assert.deepEqual(
          after.plan.links.find(({ name }) => name === link.name),
          link,
        );
    }
    for (const link of one.plan.links.filter(({ b, a }) => b === "office" && a !== "frankfurt")) {
      const now = two.plan.links.find(({ name }) => name === link.name);
      assert.deepEqual(now?.tunnels.slice(0, link.tunnels.length), link.tunnels, link.name);
    }
    assert.deepEqual(plan({ members: clusters }, two.lock).plan, before.plan);
  });

  it("lets a site's hosts open what the traffic says, and nothing without it", () => {
    const inbound = (traffic: MeshSpec["traffic"]) => plan({ traffic }).plan.members.dublin?.inbound;
    assert.equal(inbound([{ from: "dublin", to: "office" }]), undefined);
    assert.equal(inbound([{ from: "office", to: "frankfurt", ports: ["443/tcp"] }]), undefined);
    const sources = ["10.9.0.0/16", "192.168.40.0/22"];
    assert.deepEqual(
      inbound([
        { from: "office", to: "dublin", ports: ["443/tcp", "53/udp"] },
        { from: "office", to: "dublin", ports: ["443/tcp"] },
      ]),
      [{ from: "office", sources, ports: ["443/tcp", "53/udp"] }],
    );
    assert.deepEqual(inbound([{ from: "office", to: "dublin" }]), [{ from: "office", sources, ports: [] }]);
  });

  it("estimates the round trip by the site's location, and says so where it has none", () => {
    const munich = { ...office, location: { latitude: 48.14, longitude: 11.58 } };
    const [near] = linksTo({ frankfurt, office: munich });
    assert.ok(near && near.rtt.hi < 25, JSON.stringify(near?.rtt));
    const [unknown] = linksTo({ frankfurt, office });
    assert.match(unknown?.rtt.source ?? "", /says no location/);
  });

  it("links a site to every cluster that its traffic names, and to two at least, in a mesh that is not linked fully", () => {
    const many = Object.fromEntries(
      ["eu-west-1", "eu-west-2", "us-east-1"].flatMap((region, index): [string, MemberSpec][] => [
        [`aws${index}`, { cloud: "aws", region }],
        [`azure${index}`, { cloud: "azure", region: ["westeurope", "uksouth", "eastus2"][index] }],
      ]),
    );
    const munich = { ...office, location: { latitude: 48.14, longitude: 11.58 } };
    const without = plan({ members: many }).plan.links.map(({ name }) => name);
    const withSite = plan({
      members: { ...many, office: munich },
      traffic: [{ from: "office", to: "aws2" }],
    }).plan.links.map(({ name }) => name);
    assert.deepEqual(
      withSite.filter((name) => !name.includes("office")),
      without,
    );
    const own = withSite.filter((name) => name.includes("office"));
    assert.ok(own.includes("aws2~office"));
    assert.ok(own.length >= 2 && own.length < 6, own.join());
  });
});

describe("a plan with sites is refused", () => {
  const depot: MemberSpec = {
    cloud: "site",
    ranges: ["192.168.80.0/22"],
    gateway: { address: "203.0.113.9", asn: 64901 },
  };
  const refusals: [string, Partial<MeshSpec>, RegExp][] = [
    [
      "for a link of two sites, by name",
      {
        members: { ...clusters, office, depot },
        topology: { kind: "links", links: [{ a: "office", b: "depot" }] },
      },
      /topology \(depot~office\): office and depot are both sites, and isthmus configures neither/,
    ],
    [
      "for a full mesh with two of them, by name",
      { members: { dublin, frankfurt, office, depot }, topology: { kind: "mesh" } },
      /topology \(depot~office\): depot and office are both sites/,
    ],
    [
      "for one as the hub",
      { topology: { kind: "hub", hub: "office" } },
      /topology\.hub: office is a site, whose devices tell their own ranges only; take a hub in aws or azure$/,
    ],
    [
      "for an ASN that Azure keeps for itself",
      { members: { ...clusters, office: { ...office, gateway: { ...gateway, asn: 65515 } } } },
      /members\.office\.gateway\.asn: 65515: Azure keeps it for itself, so amsterdam cannot be linked to it/,
    ],
    [
      "for an ASN that AWS keeps for itself in a region",
      { members: { ...clusters, office: { ...office, gateway: { ...gateway, asn: 9059 } } } },
      /members\.office\.gateway\.asn: 9059: AWS keeps it for itself in eu-west-1, so dublin cannot/,
    ],
    [
      "for an ASN that another member has",
      {
        members: {
          ...clusters,
          dublin: { ...dublin, gateway: { asn: 64900 } },
          office,
        },
      },
      /members\.office\.gateway\.asn: 64900 is dublin's too/,
    ],
  ];
  for (const [what, spec, message] of refusals) {
    it(what, () => assert.match(refusal(spec), message));
  }

  it("for nothing of that where `auto` chooses: two sites each have their own links, and none between them", () => {
    const names = plan({ members: { ...clusters, office, depot } }).plan.links.map(({ name }) => name);
    assert.equal(names.filter((name) => name.includes("depot")).length, 3);
    assert.ok(!names.includes("depot~office"));
    // What AWS refuses elsewhere, or Azure where it is not linked, is no fault.
    const asn = (value: number, cloud: MemberSpec) =>
      refusal({ members: { cloud, office: { ...office, gateway: { ...gateway, asn: value } } } });
    assert.equal(asn(7224, dublin), "");
    assert.equal(asn(65515, frankfurt), "");
  });
});
