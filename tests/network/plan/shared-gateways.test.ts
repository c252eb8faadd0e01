import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock, type Lock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import { sharedGateways } from "../../../network/plan/shared-gateways";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";

const irish = (more: Partial<MemberSpec> = {}): MemberSpec => ({
  cloud: "aws",
  region: "eu-west-1",
  ...more,
});
const inAccount = (digit: string): Partial<MemberSpec> => ({
  account: { roleArn: `arn:aws:iam::${digit.repeat(12)}:role/mesh` },
});
const amsterdam: MemberSpec = { cloud: "azure", region: "westeurope" };

const plan = (spec: MeshSpec, lock: Lock = emptyLock()) => planMesh(spec, lock, SOURCES);
const linksOf = ({ plan: { links } }: ReturnType<typeof plan>) =>
  links.map(({ name, kind }) => `${name} ${kind}`);

describe("members of one AWS region", () => {
  it("share one transit gateway: the first by name has it, and links to others are that one's", () => {
    const planned = plan({ members: { dublin: irish(), limerick: irish(), amsterdam } });
    assert.deepEqual(linksOf(planned), ["amsterdam~dublin vpn", "dublin~limerick shared-gateway"]);
    const { dublin, limerick } = planned.plan.members;
    assert.equal(dublin?.gateway?.behind, undefined);
    assert.equal(limerick?.gateway?.behind, "dublin");
    assert.deepEqual([...planned.lock.asns.keys()], ["amsterdam", "dublin"]);
    assert.deepEqual([...planned.lock.gateways], [["limerick", "dublin"]]);
    assert.deepEqual([...planned.lock.joins], [["dublin~limerick", "shared-gateway"]]);
    assert.ok([...planned.lock.insides.keys()].every((tunnel) => tunnel.startsWith("amsterdam~dublin/")));
  });

  it("send what is behind the shared gateway to it, and its owner is told of as well", () => {
    const { members } = plan({ members: { dublin: irish(), limerick: irish(), amsterdam } }).plan;
    const nodes = (name: string) => members[name]?.ranges.nodes;
    assert.deepEqual(members.limerick?.gateway?.remote, [nodes("amsterdam"), nodes("dublin")]);
    assert.deepEqual(members.dublin?.gateway?.remote, [nodes("amsterdam"), nodes("limerick")]);
    assert.deepEqual(members.amsterdam?.gateway?.remote, [nodes("dublin"), nodes("limerick")]);
    assert.equal(members.limerick?.agent.mtu, 1446);
  });

  it("are the same two for a pair that is asked for by name: it is the owner's link", () => {
    const links = [
      { a: "limerick", b: "amsterdam" },
      { a: "dublin", b: "limerick" },
    ];
    const planned = plan({
      members: { dublin: irish(), limerick: irish(), amsterdam },
      topology: { kind: "links", links },
    });
    assert.deepEqual(linksOf(planned), ["amsterdam~dublin vpn", "dublin~limerick shared-gateway"]);
    const hub = plan({
      members: { dublin: irish(), limerick: irish(), amsterdam },
      topology: { kind: "hub", hub: "limerick" },
    });
    assert.deepEqual(linksOf(hub), linksOf(planned));
  });

  it("need nobody who has no link: the one that is listed alone has a gateway of its own", () => {
    const planned = plan({
      members: { dublin: irish(), limerick: irish(), amsterdam },
      topology: { kind: "links", links: [{ a: "limerick", b: "amsterdam" }] },
    });
    assert.deepEqual(linksOf(planned), ["amsterdam~limerick vpn"]);
    assert.equal(planned.plan.members.dublin?.gateway, undefined);
  });

  it("keep whose gateway they use when members come that are earlier by name", () => {
    const before = plan({ members: { dublin: irish(), limerick: irish(), amsterdam } });
    const after = plan(
      { members: { athlone: irish(), cork: irish(), dublin: irish(), limerick: irish(), amsterdam } },
      before.lock,
    );
    const gateways = Object.values(after.plan.members).map(({ name, gateway }) => [name, gateway?.behind]);
    assert.deepEqual(gateways, [
      ["amsterdam", undefined],
      ["athlone", "dublin"],
      ["cork", "dublin"],
      ["dublin", undefined],
      ["limerick", "dublin"],
    ]);
    assert.equal(after.plan.members.dublin?.gateway?.asn, before.plan.members.dublin?.gateway?.asn);
    const members = {
      athlone: irish({ gateway: { asn: 64600 } }),
      dublin: irish(),
      limerick: irish(),
      amsterdam,
    };
    for (let lock = before.lock, round = 0; round < 2; round++) {
      const own = plan({ members }, lock);
      assert.equal(own.plan.members.limerick?.gateway?.behind, "dublin");
      lock = own.lock;
    }
  });

  it("keep both their gateways where each has one already, and a third uses the first's", () => {
    const lock: Lock = {
      ...emptyLock(),
      asns: new Map([
        ["dublin", 64600],
        ["limerick", 64601],
      ]),
    };
    const planned = plan(
      { members: { athlone: irish(), dublin: irish(), limerick: irish(), amsterdam } },
      lock,
    );
    assert.deepEqual(linksOf(planned), [
      "amsterdam~dublin vpn",
      "amsterdam~limerick vpn",
      "athlone~dublin shared-gateway",
      "dublin~limerick gateway-peering",
    ]);
    assert.deepEqual(planned.removed, []);
  });

  it("have one of their own by an ASN that is given by hand", () => {
    const planned = plan({
      members: { dublin: irish(), limerick: irish({ gateway: { asn: 64700 } }), amsterdam },
    });
    assert.equal(planned.plan.members.dublin?.gateway?.behind, "limerick");
    assert.deepEqual(linksOf(planned), ["amsterdam~limerick vpn", "dublin~limerick shared-gateway"]);
  });
});

describe("members of one AWS region in several accounts", () => {
  const shared = (members: MeshSpec["members"], lock = emptyLock()) => [...sharedGateways({ members }, lock)];

  it("prefer the gateway in their own account", () => {
    const lock: Lock = {
      ...emptyLock(),
      asns: new Map([
        ["athlone", 64600],
        ["dublin", 64601],
      ]),
    };
    const [one, two] = [inAccount("1"), inAccount("2")];
    const members = {
      athlone: irish(one),
      dublin: irish(two),
      limerick: irish(two),
      sligo: irish(inAccount("3")),
    };
    assert.deepEqual(shared(members, lock), [
      ["limerick", "dublin"],
      ["sligo", "athlone"],
    ]);
  });

  it("are of one account where only the role differs", () => {
    const other = { account: { roleArn: `arn:aws:iam::${"1".repeat(12)}:role/other` } };
    assert.deepEqual(shared({ dublin: irish(inAccount("1")), limerick: irish(other) }), [
      ["limerick", "dublin"],
    ]);
  });

  it("are refused where nobody says which account a gateway is to be shared with", () => {
    assert.throws(() => shared({ dublin: irish(inAccount("1")), limerick: irish() }), {
      message:
        "members.limerick.account.roleArn: limerick uses the transit gateway of dublin, which is in another account, and nobody says " +
        "which account it is to be shared with; give a role in it, or gateway.asn for a gateway of its own",
    });
  });
});
