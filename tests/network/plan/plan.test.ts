import assert from "node:assert/strict";
import fc from "fast-check";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { InputError } from "../../../network/errors";
import { planMesh } from "../../../network/plan/plan";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";

const dublin: MemberSpec = { cloud: "aws", region: "eu-west-1" };
const frankfurt: MemberSpec = { cloud: "gcp", region: "europe-west3" };
const amsterdam: MemberSpec = { cloud: "azure", region: "westeurope" };
const members = { dublin, frankfurt, amsterdam };

const plan = (spec: Partial<MeshSpec> = {}, lock = emptyLock()) =>
  planMesh({ members, ...spec }, lock, SOURCES);

/** What a refusal says, all lines. */
function refusal(spec: Partial<MeshSpec>): string {
  try {
    plan(spec);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
}

describe("a plan", () => {
  it("is the same bytes however the spec is written", () => {
    const reversed = Object.fromEntries(Object.entries(members).reverse());
    assert.equal(JSON.stringify(plan({ members: reversed })), JSON.stringify(plan()));
  });

  it("joins three clouds by ten tunnels, each with its own inside range, as the vendors' tables say", () => {
    const { links } = plan().plan;
    assert.deepEqual(
      links.map((link) => [link.name, link.tunnels.length, link.mtu, link.podMtu]),
      [
        ["amsterdam~dublin", 4, 1446, 1301],
        ["amsterdam~frankfurt", 2, 1406, 1261],
        ["dublin~frankfurt", 4, 1406, 1261],
      ],
    );
    const insides = links.flatMap((link) => link.tunnels.map((tunnel) => tunnel.inside));
    assert.equal(new Set(insides).size, 10);
    // Azure takes the second host towards AWS, on its two instances in turn.
    const [toDublin] = links;
    assert.deepEqual(
      toDublin?.tunnels.map((tunnel) => [tunnel.a.interface, tunnel.b.interface]),
      [
        [0, 0],
        [0, 1],
        [1, 2],
        [1, 3],
      ],
    );
  });

  it("tells each member its peers, their node ranges as routes, and never a pod range in an overlay", () => {
    const { plan: planned } = plan();
    const ranges = Object.values(planned.members).map((member) => member.ranges);
    for (const member of Object.values(planned.members)) {
      assert.deepEqual(
        member.peers.map((peer) => peer.name),
        Object.keys(members)
          .sort()
          .filter((name) => name !== member.name),
      );
      assert.deepEqual(member.gateway?.advertise, [member.ranges.nodes]);
      for (const { pods } of ranges) assert.ok(!member.gateway?.remote.includes(pods));
      assert.deepEqual(
        member.agent.mesh.map((cluster) => cluster.name),
        ["amsterdam", "dublin", "frankfurt"],
      );
    }
  });

  it("lets two members of one cloud reach each other through Azure, which passes routes on, and through no other", () => {
    const paris: MemberSpec = { cloud: "aws", region: "eu-west-3" };
    const through = (hub: MemberSpec) =>
      plan({
        members: { dublin, paris, hub },
        topology: {
          kind: "links",
          links: [
            { a: "dublin", b: "hub" },
            { a: "paris", b: "hub" },
          ],
        },
      }).plan.members.dublin?.peers.map((peer) => peer.name);
    assert.deepEqual(through(amsterdam), ["hub", "paris"]);
    assert.deepEqual(through(frankfurt), ["hub"]);
  });

  it("takes a hub in AWS or Azure, whose gateways pass routes on, and through it joins all", () => {
    for (const hub of ["dublin", "amsterdam"]) {
      const { plan: planned } = plan({ topology: { kind: "hub", hub } });
      assert.equal(planned.links.length, 2);
      for (const { name, peers } of Object.values(planned.members))
        assert.equal(peers.length, 2, `${name} with the hub ${hub}`);
    }
  });

  it("sizes the packets of a member for every path, also those through the hub", () => {
    const { plan: planned } = plan({ topology: { kind: "hub", hub: "amsterdam" } });
    assert.deepEqual(
      planned.links.map(({ name, mtu }) => [name, mtu]),
      [
        ["amsterdam~dublin", 1446],
        ["amsterdam~frankfurt", 1406],
      ],
    );
    assert.equal(planned.members.dublin?.agent.mtu, 1406);
  });

  it("gives a member the agent's version that it asks for, and the others the mesh's", () => {
    const { plan: planned } = plan({
      agent: { version: "1.19.6" },
      members: { ...members, dublin: { ...dublin, agent: { version: "1.19.7" } } },
    });
    const versions = Object.values(planned.members).map(({ name, agent }) => [name, agent.version]);
    assert.deepEqual(versions, [
      ["amsterdam", "1.19.6"],
      ["dublin", "1.19.7"],
      ["frankfurt", "1.19.6"],
    ]);
  });

  it("moves nothing when a member comes or goes, whatever the member", () => {
    const member = fc.constantFrom<MemberSpec>(
      { cloud: "aws", region: "us-east-1" },
      { cloud: "gcp", region: "us-east4" },
      { cloud: "azure", region: "eastus" },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,8}$/), member, (name, spec) => {
        const before = plan();
        const lock = parseLock(formatLock(before.lock));
        const after = plan({ members: { [name]: spec, ...members } }, lock);
        for (const old of Object.values(before.plan.members)) {
          const now = after.plan.members[old.name];
          assert.deepEqual(now?.ranges, old.ranges);
          assert.deepEqual(now?.subnets, old.subnets);
          assert.equal(now?.gateway?.asn, old.gateway?.asn);
          assert.equal(now?.agent.clusterId, old.agent.clusterId);
        }
        for (const link of before.plan.links) {
          assert.deepEqual(
            after.plan.links.find(({ name: other }) => other === link.name)?.tunnels,
            link.tunnels,
          );
        }
        const gone = plan({}, after.lock);
        assert.deepEqual(gone.plan, before.plan);
      }),
      { numRuns: 30 },
    );
  });

  it("says what a lock lacks and what it has too much", () => {
    const { lock } = plan({ members: { dublin, frankfurt } });
    const more = plan({}, lock);
    assert.ok(more.added.includes("amsterdam/pods"));
    assert.deepEqual(plan({}, more.lock).added, []);
    assert.ok(plan({ members: { dublin, frankfurt } }, more.lock).removed.includes("amsterdam/pods"));
  });

  it("plans a network that is wrong all the same, so that rules can judge all of it", () => {
    const pods = "10.80.0.0/16";
    const { plan: planned } = plan({
      members: { dublin: { ...dublin, pods }, frankfurt: { ...frankfurt, pods }, amsterdam },
    });
    assert.equal(planned.members.dublin?.ranges.pods, pods);
    assert.equal(planned.members.frankfurt?.ranges.pods, pods);
  });
});

describe("a plan is refused", () => {
  const refusals: [string, Partial<MeshSpec>, RegExp][] = [
    [
      "for a hub that does not pass routes on",
      { topology: { kind: "hub", hub: "frankfurt" } },
      /topology\.hub: frankfurt is in gcp, whose gateway does not pass on what it learned; take a hub in aws or azure$/,
    ],
    ["for an agent that is not built", { agent: { kind: "docker" } }, /agent\.kind: docker is not built yet/],
    [
      "for a pod range too small for its nodes, telling the one that would do",
      { members: { ...members, dublin: { ...dublin, pods: "10.80.0.0/22" } } },
      /members\.dublin: dublin\/pods 10\.80\.0\.0\/22 holds 4 nodes of \/24 but nodes\.max is 6; a \/21 would do/,
    ],
    [
      "for a service range that EKS does not take",
      { members: { ...members, dublin: { ...dublin, services: "100.64.0.0/20" } } },
      /members\.dublin: dublin\/services 100\.64\.0\.0\/20: aws takes/,
    ],
    [
      "for a network range of a length that the cloud does not take",
      { members: { ...members, dublin: { ...dublin, nodes: { range: "10.0.0.0/12" } } } },
      /dublin\/nodes 10\.0\.0\.0\/12: aws takes a \/16 to a \/22/,
    ],
    [
      "for two members of one ASN, naming both",
      {
        members: {
          ...members,
          dublin: { ...dublin, gateway: { asn: 64600 } },
          frankfurt: { ...frankfurt, gateway: { asn: 64600 } },
        },
      },
      /members\.frankfurt\.gateway\.asn: 64600 is dublin's too/,
    ],
    [
      "where no room is left, telling how much is missing",
      { supernet: ["10.64.0.0/16"] },
      /no room for .*\/pods/,
    ],
  ];
  for (const [what, spec, message] of refusals) {
    it(what, () => assert.match(refusal(spec), message));
  }

  it("where the lock contradicts the spec: a range that it gave is reserved for others now", () => {
    const { lock } = plan();
    const range = lock.ranges.get("dublin/pods") ?? "";
    assert.throws(() => plan({ reserved: [range] }, lock), {
      message: `reserved: the lock gave dublin/pods ${range}, and ${range} is reserved for others now; take it out of reserved, or delete the line from the lock and plan anew`,
    });
  });

  it("for more members than the agent joins", () => {
    const many = Object.fromEntries(
      Array.from({ length: 256 }, (_, index): [string, MemberSpec] => [
        `m${index}`,
        index % 2 ? dublin : frankfurt,
      ]),
    );
    assert.match(refusal({ members: many }), /members: there are 256, and one cilium mesh joins at most 255/);
  });
});
