import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock, type Lock } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { isBroker } from "../../../network/plan/broker";
import { planMesh } from "../../../network/plan/plan";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";

const dublin: MemberSpec = { cloud: "aws", region: "eu-west-1" };
const frankfurt: MemberSpec = { cloud: "gcp", region: "europe-west3" };
const amsterdam: MemberSpec = { cloud: "azure", region: "westeurope" };

function planned(
  members: Record<string, MemberSpec>,
  changes: Partial<MeshSpec> = {},
  lock: Lock = emptyLock(),
) {
  return planMesh(
    { agent: { kind: "flannel" }, topology: { kind: "mesh" }, members, ...changes },
    lock,
    SOURCES,
  );
}

describe("the broker of a mesh", () => {
  it("is the member in AWS, and every cluster is told of it with its own range of Services", () => {
    const { plan, added } = planned({ amsterdam, dublin, frankfurt });
    for (const { agent, ranges } of Object.values(plan.members))
      assert.deepEqual(agent.submariner, { broker: "dublin", services: ranges.services });
    assert.deepEqual(
      Object.values(plan.members)
        .filter(isBroker)
        .map(({ name }) => name),
      ["dublin"],
    );
    assert.ok(added.includes("submariner/broker"));
  });

  it("stays when a member comes whose name is before its own, by the lock's word", () => {
    const { lock } = planned({ dublin, frankfurt });
    const written = parseLock(formatLock(lock));
    assert.match(formatLock(lock), /^brokers:\n {2}submariner: dublin$/m);
    const cork: MemberSpec = { cloud: "aws", region: "eu-west-2" };
    const { plan, lock: after } = planned({ cork, dublin, frankfurt }, {}, written);
    assert.equal(plan.members.cork?.agent.submariner?.broker, "dublin");
    assert.equal(after.brokers.get("submariner"), "dublin");
    assert.equal(planned({ cork, dublin, frankfurt }).lock.brokers.get("submariner"), "cork");
  });

  it("moves where the one that was can be it no more", () => {
    const { lock } = planned({ dublin, frankfurt });
    const open: MemberSpec = { ...dublin, api: { access: ["198.51.100.0/24"] } };
    const london: MemberSpec = { cloud: "aws", region: "eu-west-2" };
    const { plan, added } = planned({ dublin: open, frankfurt, london }, {}, lock);
    assert.equal(plan.members.dublin?.agent.submariner?.broker, "london");
    assert.ok(added.includes("submariner/broker"));
  });

  it("is none for a cluster alone, nor for an agent that joins clusters itself", () => {
    assert.equal(planned({ dublin }).plan.members.dublin?.agent.submariner, undefined);
    const { plan, lock } = planned({ dublin, frankfurt }, { agent: { kind: "cilium" } });
    assert.equal(plan.members.dublin?.agent.submariner, undefined);
    assert.doesNotMatch(formatLock(lock), /brokers/);
  });

  it("is asked for where no member can be it, each with its reason", () => {
    assert.throws(
      () => planned({ amsterdam, frankfurt }),
      /agent\.kind: flannel .* amsterdam is in Azure.*; frankfurt is in Google Cloud.*Add a member in AWS.*or use cilium/,
    );
    const open: MemberSpec = { ...dublin, api: { access: ["198.51.100.0/24"] } };
    assert.throws(() => planned({ dublin: open, frankfurt }), /dublin has api\.access/);
  });

  it("must be reached by every member", () => {
    const spare: MemberSpec = { cloud: "azure", region: "northeurope" };
    const links = [
      { a: "dublin", b: "frankfurt" },
      { a: "amsterdam", b: "spare" },
    ];
    assert.throws(
      () => planned({ amsterdam, dublin, frankfurt, spare }, { topology: { kind: "links", links } }),
      /members\.amsterdam: does not reach dublin, the broker/,
    );
  });
});
