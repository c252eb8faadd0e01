import type { MemberPlan, Plan } from "./shape";

/** A member as a mesh of one: all that can be judged of it by itself. */
export function planOfOne(member: MemberPlan): Plan {
  return {
    datapath: member.agent.datapath,
    members: { [member.name]: member },
    links: [],
    traffic: [],
    topology: { kind: "links", cost: 0, lowerBound: 0, gap: 0, method: "given" },
  };
}
