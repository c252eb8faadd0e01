import type { AgentCatalogue } from "../agent-facts";
import { InputError } from "../errors";
import type { MemberPlan } from "./shape";

/**
 * Refuses agents that cannot do what is asked of them in the cloud where they are to run.
 *
 * @throws InputError with all that is wrong, by member
 */
export function refuseAgents(members: readonly MemberPlan[], agents: AgentCatalogue): void {
  const faults = members.flatMap((member) =>
    agents(member.agent.kind)
      .faults(member)
      .map((fault) => ({ ...fault, path: `members.${member.name}.${fault.path}` })),
  );
  if (faults.length > 0) throw new InputError(faults);
}
