import assert from "node:assert/strict";
import fc from "fast-check";
import { emptyLock, type Lock } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { planMesh } from "../../../network/plan/plan";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";
import { ANY_DATAPATH } from "./any-datapath";

const in_ = (cloud: MemberSpec["cloud"], region: string): MemberSpec => ({ cloud, region });
const dublin = in_("aws", "eu-west-1");
const stockholm = in_("aws", "eu-north-1");
const frankfurt = in_("gcp", "europe-west3");
const tokyo = in_("gcp", "asia-northeast1");
const amsterdam = in_("azure", "westeurope");
const boydton = in_("azure", "eastus2");
const singapore = in_("azure", "southeastasia");

const plan = (spec: MeshSpec, lock: Lock = emptyLock()) => planMesh(spec, lock, ANY_DATAPATH);
const links = (...pairs: [string, string][]): MeshSpec["topology"] => ({
  kind: "links",
  links: pairs.map(([a, b]) => ({ a, b })),
});
const peersOf = ({ plan: { members } }: ReturnType<typeof plan>, name: string) =>
  members[name]?.peers.map((peer) => peer.name);

describe("a link inside one cloud", () => {
  const kinds: [string, MeshSpec["members"], unknown[]][] = [
    [
      "AWS: transit gateways, peered",
      { dublin, stockholm },
      ["gateway-peering", 8500, 5000, ["dublin", "stockholm"]],
    ],
    [
      "Google Cloud: networks, peered, without a gateway",
      { frankfurt, tokyo },
      ["network-peering", 1460, undefined, []],
    ],
    [
      "Azure: networks, peered, without a gateway",
      { amsterdam, boydton },
      ["network-peering", 1500, undefined, []],
    ],
  ];
  for (const [what, members, expected] of kinds) {
    it(`is made of what the cloud has for it. ${what}`, () => {
      const { plan: planned, lock } = plan({ members });
      const [link, ...more] = planned.links;
      assert.deepEqual(more, []);
      assert.deepEqual([link?.kind, link?.mtu, link?.flow, [...lock.asns.keys()]], expected);
      assert.deepEqual([link?.tunnels, link?.capacity, [...lock.insides]], [[], undefined, []]);
      const ends = Object.values(planned.members);
      assert.deepEqual(
        link?.prefixes,
        Object.fromEntries(["a", "b"].map((side, index) => [side, [ends[index]?.ranges.nodes]])),
      );
      for (const member of ends) {
        assert.equal(member.agent.mtu, link?.mtu);
        assert.equal(member.ranges.gateway, undefined);
        assert.equal(member.peers.length, 1);
      }
    });
  }

  it("tells pods as well where they are routed", () => {
    const { plan: planned } = plan({ members: { frankfurt, tokyo }, datapath: "routed" });
    const { nodes, pods } = planned.members.tokyo?.ranges ?? {};
    assert.deepEqual(planned.links[0]?.prefixes?.b, [nodes, pods].sort());
  });
});

describe("a transit gateway peering", () => {
  const members = { dublin, stockholm, amsterdam };
  const path = links(["dublin", "stockholm"], ["dublin", "amsterdam"]);

  it("leads on to what the far gateway is linked to", () => {
    const planned = plan({ members, topology: path });
    assert.deepEqual(peersOf(planned, "stockholm"), ["amsterdam", "dublin"]);
    const [toAmsterdam, peering] = planned.plan.links;
    assert.equal(toAmsterdam?.prefixes, undefined);
    const nodes = (name: string) => planned.plan.members[name]?.ranges.nodes ?? "";
    assert.deepEqual(peering?.prefixes, {
      a: [nodes("amsterdam"), nodes("dublin")].sort(),
      b: [nodes("stockholm")],
    });
    assert.equal(planned.plan.members.stockholm?.agent.mtu, 1446);
  });

  it("is not the way to what has a link of its own", () => {
    const planned = plan({ members });
    const peering = planned.plan.links.find(({ kind }) => kind === "gateway-peering");
    assert.deepEqual(peering?.prefixes, {
      a: [planned.plan.members.dublin?.ranges.nodes],
      b: [planned.plan.members.stockholm?.ranges.nodes],
    });
  });

  it("leads no farther than one link beyond, since static routes there could lead back", () => {
    const planned = plan({
      members: { ...members, boydton },
      topology: links(["dublin", "stockholm"], ["dublin", "amsterdam"], ["amsterdam", "boydton"]),
    });
    assert.deepEqual(peersOf(planned, "stockholm"), ["amsterdam", "dublin"]);
  });
});

describe("a gateway that is lent over a network peering", () => {
  it("is that of the only end that has one, and leads on to its tunnels", () => {
    for (const [owner, borrower] of [
      [amsterdam, boydton],
      [frankfurt, tokyo],
    ] as const) {
      const planned = plan({
        members: { dublin, owner, borrower },
        topology: links(["dublin", "owner"], ["owner", "borrower"]),
      });
      const [toDublin, toBorrower] = [planned.plan.links[1], planned.plan.links[0]];
      assert.deepEqual([toDublin?.name, toBorrower?.name], ["dublin~owner", "borrower~owner"]);
      assert.equal(toBorrower?.lender, "owner");
      assert.equal(planned.plan.members.borrower?.gateway, undefined);
      assert.deepEqual(peersOf(planned, "borrower"), ["dublin", "owner"]);
      const nodes = (name: string) => planned.plan.members[name]?.ranges.nodes;
      assert.deepEqual(planned.plan.members.owner?.gateway?.advertise, [nodes("owner"), nodes("borrower")]);
      assert.deepEqual(planned.plan.members.dublin?.gateway?.remote, [nodes("borrower"), nodes("owner")]);
      assert.equal(planned.plan.members.borrower?.agent.mtu, toDublin?.mtu);
      assert.deepEqual([...planned.lock.gateways], [["borrower", "owner"]]);
    }
  });

  it("stays the same when one comes that is nearer or earlier by name", () => {
    const members: MeshSpec["members"] = { dublin, boydton, singapore };
    const before = plan({ members, topology: links(["dublin", "singapore"], ["singapore", "boydton"]) });
    assert.equal(before.plan.links.find(({ lender }) => lender)?.lender, "singapore");
    const topology = links(
      ["dublin", "singapore"],
      ["singapore", "boydton"],
      ["amsterdam", "dublin"],
      ["amsterdam", "boydton"],
    );
    const after = plan({ members: { ...members, amsterdam }, topology }, before.lock);
    const lent = after.plan.links.filter(({ lender }) => lender).map(({ name, lender }) => [name, lender]);
    assert.deepEqual(lent, [["boydton~singapore", "singapore"]]);
    assert.deepEqual(plan({ members: { ...members, amsterdam }, topology }, after.lock).plan, after.plan);
  });

  it("joins no two that borrow it, since peerings are not transitive", () => {
    const planned = plan({
      members: { dublin, amsterdam, boydton, singapore },
      topology: links(["dublin", "amsterdam"], ["amsterdam", "boydton"], ["amsterdam", "singapore"]),
    });
    assert.deepEqual(peersOf(planned, "boydton"), ["amsterdam", "dublin"]);
  });

  it("is given to an Azure member as long as it has none: `auto` gives it no tunnel of its own", () => {
    const lock: Lock = { ...emptyLock(), gateways: new Map([["boydton", "amsterdam"]]) };
    const planned = plan({ members: { dublin, amsterdam, boydton } }, lock);
    assert.deepEqual(
      planned.plan.links.map(({ name, kind }) => `${name} ${kind}`),
      ["amsterdam~boydton network-peering", "amsterdam~dublin vpn"],
    );
  });
});

describe("`auto` with several members in one cloud", () => {
  const regions: MemberSpec[] = [
    ...["eu-west-1", "eu-west-1", "eu-central-1", "us-east-1"].map((region) => in_("aws", region)),
    ...["europe-west3", "us-east4"].map((region) => in_("gcp", region)),
    ...["westeurope", "northeurope", "eastus2"].map((region) => in_("azure", region)),
  ];
  const meshes = fc
    .array(fc.constantFrom(...regions), { minLength: 2, maxLength: 9 })
    .map((list) => Object.fromEntries(list.map((member, index) => [`m${index}`, member])));
  const kept = ({ plan: { links: all } }: ReturnType<typeof plan>) =>
    all.map(({ name, kind, tunnels }) => ({ name, kind, tunnels }));

  it("lets everybody talk to everybody, whatever passes traffic on", () => {
    fc.assert(
      fc.property(meshes, (members) => {
        const planned = plan({ members });
        for (const name of Object.keys(members))
          assert.equal(peersOf(planned, name)?.length, Object.keys(members).length - 1, name);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it("keeps every link and every gateway when a member comes, and plans the same again", () => {
    fc.assert(
      fc.property(
        meshes,
        fc.constantFrom(...regions),
        fc.constantFrom("a", "m4x", "z"),
        (members, comer, name) => {
          const before = plan({ members });
          const lock = parseLock(formatLock(before.lock));
          assert.deepEqual(plan({ members }, lock).plan, before.plan);
          const after = plan({ members: { ...members, [name]: comer } }, lock);
          const links_ = new Map(kept(after).map((link) => [link.name, link]));
          for (const link of kept(before)) assert.deepEqual(links_.get(link.name), link);
          for (const member of Object.values(before.plan.members)) {
            const now = after.plan.members[member.name];
            if (!member.gateway) continue;
            assert.equal(now?.gateway?.asn, member.gateway.asn);
            assert.equal(now?.gateway?.behind, member.gateway.behind);
            assert.deepEqual(now?.ranges, member.ranges);
          }
          assert.deepEqual(after.removed, []);
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });
});
