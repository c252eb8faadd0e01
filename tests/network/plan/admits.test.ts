import assert from "node:assert/strict";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { type AdmitPlan, podDoors } from "../../../network/plan/admits";
import { completeMember } from "../../../network/plan/member";
import { planMesh } from "../../../network/plan/plan";
import type { MemberPlan } from "../../../network/plan/shape";
import type { MeshSpec, TrafficSpec } from "../../../network/spec/shape";
import { ANY_DATAPATH } from "./any-datapath";

const members: MeshSpec["members"] = {
  dublin: { cloud: "aws", region: "eu-west-1" },
  frankfurt: { cloud: "gcp", region: "europe-west3" },
  amsterdam: { cloud: "azure", region: "westeurope" },
};

const traffic: TrafficSpec[] = [
  { from: "dublin", to: "frankfurt", ports: ["443/tcp"] },
  { from: "dublin", to: "frankfurt", ports: ["30000-32767/udp", "443/tcp"] },
];

function planned(spec: Partial<MeshSpec>): Record<string, MemberPlan> {
  return planMesh({ members, ...spec }, emptyLock(), ANY_DATAPATH).plan.members;
}

function admits(spec: Partial<MeshSpec>): Record<string, AdmitPlan[] | undefined> {
  return Object.fromEntries(Object.values(planned(spec)).map((member) => [member.name, member.admits]));
}

const ASKED = [{ from: "dublin", ports: ["30000-32767/udp", "443/tcp"] }];

describe("what pods of a member may open at another's", () => {
  it("is nothing that a plan speaks of in an overlay of open isolation", () => {
    assert.deepEqual(admits({ traffic }), { amsterdam: undefined, dublin: undefined, frankfurt: undefined });
    const { plan } = planMesh({ members, traffic, isolation: "open" }, emptyLock(), SOURCES);
    assert.deepEqual(plan, planMesh({ members, traffic }, emptyLock(), SOURCES).plan);
    assert.ok(!("isolation" in plan));
  });

  it("is what its intents ask for and no more under strict isolation, whatever the datapath", () => {
    for (const datapath of ["overlay", "routed"] as const) {
      const strict = admits({ traffic, datapath, isolation: "strict" });
      assert.deepEqual(strict, { amsterdam: [], dublin: [], frankfurt: ASKED });
    }
    assert.equal(planned({ isolation: "strict" }).dublin?.isolation, "strict");
  });

  it("is every port where an intent names none", () => {
    const every = [...traffic, { from: "dublin", to: "frankfurt" }];
    assert.deepEqual(admits({ traffic: every, isolation: "strict" }).frankfurt, [
      { from: "dublin", ports: [] },
    ]);
  });

  it("is every port between routed pods of a pair that nobody names, where isolation is open", () => {
    const open = admits({ traffic, datapath: "routed" });
    const [amsterdam, dublin, frankfurt] = ["amsterdam", "dublin", "frankfurt"].map((from) => ({
      from,
      ports: [],
    }));
    assert.deepEqual(open, {
      amsterdam: [dublin, frankfurt],
      // Nobody asks for frankfurt to open anything here, and the pair is named.
      dublin: [amsterdam],
      frankfurt: [amsterdam, ...ASKED],
    });
  });

  it("comes to the same when a member's own plan is given again", () => {
    for (const member of Object.values(planned({ traffic, isolation: "strict" }))) {
      const facts = member.cloud === "site" ? undefined : SOURCES.clouds[member.cloud];
      assert.ok(facts);
      assert.deepEqual(completeMember(member.name, member, facts, SOURCES.agents), member);
    }
  });

  it("is nothing for a cluster of no mesh that is strict and names nobody", () => {
    const { dublin } = planned({});
    assert.ok(dublin);
    const { admits: _, ...alone } = { ...dublin, isolation: "strict" as const };
    const made = completeMember("dublin", alone, SOURCES.clouds.aws, SOURCES.agents);
    assert.deepEqual(made.admits, []);
  });
});

describe("the doors between pods", () => {
  it("are none in an overlay, whose firewalls see nodes", () => {
    for (const member of Object.values(planned({ traffic, isolation: "strict" })))
      assert.deepEqual(podDoors(member), []);
  });

  it("are for the peers' pod ranges", () => {
    const routed = planned({ traffic, datapath: "routed", isolation: "strict" });
    assert.ok(routed.frankfurt && routed.dublin);
    assert.deepEqual(podDoors(routed.frankfurt), [{ ...ASKED[0], source: routed.dublin.ranges.pods }]);
    assert.deepEqual(podDoors(routed.dublin), []);
  });
});
