import { strict as assert } from "node:assert";
import { type SwarmMember, swarmKeys, swarmPlan, swarmRequests } from "../../../agents/docker/plan";
import { allocate } from "../../../network/address/allocate";
import { addressIn, cidr, overlaps } from "../../../network/address/cidr";
import { emptyLock } from "../../../network/address/lock";
import { InputError } from "../../../network/errors";

const member = (name: string, range: string, hosts = { count: 2, managers: 1 }): SwarmMember => ({
  name,
  hosts,
  subnets: [0, 1].map((zone) => ({ name: `nodes-${zone}`, range: range.replace("x", `${zone}`) })),
  reservedPerSubnet: 4,
});
const dublin = member("dublin", "10.64.x.0/24");
const frankfurt = member("frankfurt", "10.65.x.0/24");
const amsterdam = member("amsterdam", "10.66.x.0/24");
const three = [dublin, frankfurt, amsterdam];

function lockFor(members: SwarmMember[], lock = emptyLock()) {
  return allocate(lock, {
    supernets: [cidr("10.64.0.0/10")],
    avoid: members.flatMap(({ subnets }) => subnets.map(({ range }) => cidr(range))),
    ...swarmRequests(members),
    asns: [],
    avoidAsns: [],
    clusterIds: [],
    insides: [],
    generations: [],
  }).lock;
}

function refusal(members: SwarmMember[]): string {
  try {
    swarmRequests(members);
  } catch (error) {
    assert.ok(error instanceof InputError);
    return error.message;
  }
  return assert.fail("was not refused");
}

describe("A Swarm's plan", () => {
  it("gives every host an address of its own, spread over its member's subnets, one manager in each cloud", () => {
    const { hosts } = swarmPlan(three, lockFor(three), { mtu: 1406 });
    assert.deepEqual(
      hosts.map(({ name, role }) => `${name} ${role}`),
      ["amsterdam", "dublin", "frankfurt"].flatMap((name) => [`${name}-1 manager`, `${name}-2 worker`]),
    );
    assert.equal(new Set(hosts.map(({ address }) => address)).size, 6);
    assert.ok(addressIn(hosts[2]?.address ?? "", cidr("10.64.0.0/24")));
    assert.ok(addressIn(hosts[3]?.address ?? "", cidr("10.64.1.0/24")));
  });

  it("takes ranges that overlap neither the hosts' nor each other", () => {
    const lock = lockFor(three);
    const ranges = Object.values(swarmKeys).map((key) => cidr(lock.ranges.get(key) ?? ""));
    const all = [...ranges, ...three.flatMap(({ subnets }) => subnets.map(({ range }) => cidr(range)))];
    all.forEach((one, index) => {
      for (const other of all.slice(index + 1)) assert.ok(!overlaps(one, other), `${one.text} ${other.text}`);
    });
  });

  it("is the same whatever the members' order", () => {
    const reversed = [...three].reverse();
    assert.deepEqual(
      swarmPlan(three, lockFor(three), { mtu: 1406 }),
      swarmPlan(reversed, lockFor(reversed), { mtu: 1406 }),
    );
  });

  it("moves no address and no beginner where members are added, even before all others by name", () => {
    const lock = lockFor(three);
    const before = swarmPlan(three, lock, { mtu: 1406 });
    const more = [member("aachen", "10.67.x.0/24", { count: 3, managers: 2 }), ...three];
    const after = swarmPlan(more, lockFor(more, lock), { mtu: 1406, standing: before.first });
    assert.equal(after.first, before.first);
    for (const host of before.hosts)
      assert.deepEqual(
        after.hosts.find(({ name }) => name === host.name),
        host,
      );
  });

  it("is refused with an even number of managers, with more managers than hosts, and without hosts", () => {
    assert.match(refusal([dublin, frankfurt]), /2 managers in all, which is even/);
    assert.match(
      refusal([member("dublin", "10.64.x.0/24", { count: 1, managers: 3 })]),
      /^members\.dublin\.hosts\.managers: 3 is more than hosts\.count, 1$/,
    );
    assert.match(
      refusal([...three, member("oslo", "10.67.x.0/24", { count: 0, managers: 0 })]),
      /oslo\.hosts\.count/,
    );
  });

  it("says what a lock that is behind lacks", () => {
    assert.throws(
      () => swarmPlan(three, emptyLock(), { mtu: 1406 }),
      /addresses\.amsterdam\/host\/1: is missing in the lock/,
    );
  });
});
