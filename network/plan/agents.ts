import type { AgentCatalogue } from "../agent-facts";
import { type Fault, InputError } from "../errors";
import type { MemberPlan } from "./shape";

/**
 * Refuses agents that cannot do what is asked of them in the cloud where they are to run.
 *
 * @throws InputError with all that is wrong, by member
 */
export function refuseAgents(members: readonly MemberPlan[], agents: AgentCatalogue): void {
  const faults = byMember(members, (member) => agents(member.agent).faults(member));
  if (faults.length > 0) throw new InputError(faults);
}

/** What a person should know of agents that are as they may be, by member. */
export function agentWarnings(members: readonly MemberPlan[], agents: AgentCatalogue): Fault[] {
  return byMember(members, (member) => warningsOf(member, agents));
}

/** Of one agent, its paths from the member on. */
export function warningsOf(
  member: Pick<MemberPlan, "name" | "cloud" | "agent">,
  agents: AgentCatalogue,
): Fault[] {
  const { kind, version } = member.agent;
  const { tested, warnings } = agents(member.agent);
  const untested: Fault[] =
    tested === undefined || tested.includes(version)
      ? []
      : [
          {
            path: "agent.version",
            message: `${kind} ${version} was not tested with this release of isthmus; ${tested.join(", ")} was`,
          },
        ];
  return [...untested, ...(warnings?.(member) ?? [])];
}

function byMember(members: readonly MemberPlan[], of: (member: MemberPlan) => Fault[]): Fault[] {
  return members.flatMap((member) =>
    of(member).map((fault) => ({ ...fault, path: `members.${member.name}.${fault.path}` })),
  );
}
