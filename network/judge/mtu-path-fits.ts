import { narrowestLinks } from "../link/path-mtu";
import type { Inventory, Link } from "../model/inventory";
import type { AgentFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";

export const MTU_PATH_FITS = "mtu-path-fits";

/** Carries packets as large as pods send them, so what their own agent was told is what counts. */
const JOINER = "submariner";

/** No agent of a cluster that is joined to others takes for granted more bytes than every path from it carries. */
export function mtuPathFits(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const transit = new Map(network.members.map((member) => [member.name, member.transit ?? false]));
  const narrowest = narrowestLinks(network.links, (member) => transit.get(member) ?? false);
  const names = new Map(network.clusters.map((cluster) => [cluster.urn, cluster.name]));
  const withOwn = new Set(
    network.agents.flatMap(({ kind, cluster }) => (kind === JOINER || !cluster ? [] : [cluster])),
  );
  for (const agent of network.agents) {
    if (agent.kind === JOINER && withOwn.has(agent.cluster ?? "")) continue;
    const member = agent.cluster === undefined ? undefined : names.get(agent.cluster);
    const link = member === undefined ? undefined : narrowest.get(member);
    if (member !== undefined && link) judgeAgent(agent, member, link, judgement);
  }
  return judgement;
}

function judgeAgent(agent: AgentFact, member: string, link: Link, judgement: Judgement): void {
  const { mtu } = agent;
  const fits = link.mtu ?? 0; // of known MTU, as all that are narrowest
  if (isUnknown(mtu)) {
    const why = `whether its packets fit the link ${link.name}, which carries ${fits} bytes`;
    judgement.unknowns.push(unknownAt({ urn: agent.urn }, "the agent's MTU", why));
    return;
  }
  if (mtu > 0 && mtu <= fits) return;
  const says =
    mtu === 0
      ? "takes the MTU of its nodes' own network, which is larger than a tunnel's"
      : `takes the network between nodes to carry ${mtu} bytes`;
  judgement.problems.push({
    rule: MTU_PATH_FITS,
    message:
      `the ${agent.kind} agent ${nameIn(agent.urn)} of ${member} (${agent.urn}) ${says}, and the link ${link.name} on its paths ` +
      `carries ${fits}: larger packets vanish there; set its MTU to ${fits}.`,
    subjects: [agent.urn],
  });
}
