import type { Lock } from "../address/lock";
import type { AcrossFacts } from "../agent-facts";
import { type Fault, InputError } from "../errors";
import type { MeshSpec } from "../spec/shape";
import { agentOfSpec } from "./agent";
import type { ChosenLinks } from "./chosen-links";
import { memberNames, Ways } from "./reach";
import type { MemberPlan } from "./shape";
import { clusterNames } from "./sites";
import type { PlanSources } from "./sources";
import { countedPassage } from "./transit";

/** Its key in the lock. */
export const BROKER = "submariner";

/**
 * The member at whose API all clusters meet, where their agent does not join them itself: the one that the lock holds while it still
 * can be, else the first by name of those that can. `undefined` where no two clusters are joined, or their agent joins them.
 *
 * @throws InputError where no member can be, or one does not reach it
 */
export function chosenBroker(
  spec: MeshSpec,
  { joins, shared }: Pick<ChosenLinks, "joins" | "shared">,
  lock: Lock,
  { clouds, agents }: PlanSources,
): string | undefined {
  const choice = agentOfSpec(spec);
  const { kind } = choice;
  const { across } = agents(choice);
  if (!across || (across.datapath && across.datapath !== (spec.datapath ?? "overlay"))) return undefined;
  const clusters = new Set(clusterNames(spec));
  const ways = new Ways(memberNames(spec), joins, countedPassage(spec, clouds));
  const peers = new Map(
    [...clusters].map((name) => [name, ways.peersOf(name).filter((peer) => clusters.has(peer))]),
  );
  const joined = [...clusters].filter((name) => (peers.get(name) ?? []).length > 0).sort();
  if (joined.length === 0) return undefined;
  const faults = new Map(joined.map((name) => [name, brokerFault(name, spec, shared, across)]));
  const able = joined.filter((name) => faults.get(name) === undefined);
  const held = lock.brokers.get(BROKER);
  const broker = able.find((name) => name === held) ?? able[0];
  if (broker === undefined) {
    const each = joined.map((name) => `${name} ${faults.get(name)}`).join("; ");
    throw new InputError({
      path: "agent.kind",
      message: `${kind} is joined across clusters by Submariner, whose broker all must reach over the links, and no member can be it: ${each}. Add a member in AWS without api.access, or use cilium.`,
    });
  }
  const apart = joined.filter((name) => name !== broker && !peers.get(name)?.includes(broker));
  if (apart.length > 0)
    throw new InputError(
      apart.map((name): Fault => {
        const message = `does not reach ${broker}, the broker of Submariner, at whose API all clusters of a ${kind} mesh meet; join them by links, or use cilium.`;
        return { path: `members.${name}`, message };
      }),
    );
  return broker;
}

/** Whether a member is the broker of its mesh. */
export function isBroker({ name, agent }: Pick<MemberPlan, "name" | "agent">): boolean {
  return agent.submariner?.broker === name;
}

function brokerFault(
  name: string,
  { members }: MeshSpec,
  shared: ReadonlyMap<string, string>,
  { noBroker }: AcrossFacts,
): string | undefined {
  const member = members[name];
  if (!member) return "is no member";
  return noBroker({
    cloud: member.cloud,
    publicApi: (member.api?.access ?? []).length > 0,
    existing: member.existing?.cluster !== undefined,
    behind: shared.has(name),
  });
}
