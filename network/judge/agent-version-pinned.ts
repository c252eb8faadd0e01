import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { agentName } from "./agent-name";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const AGENT_VERSION_PINNED = "agent-version-pinned";

/** One version, and not a range of them: `1.19.6`, `v3.32.1`, `1.20.0-rc.1`, `0.24.2+up1`. */
const EXACT = /^v?\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/;

/** Tags that name another image from day to day. */
const MOVING = /^(latest|stable|edge|master|main|nightly)$/;

/** Every agent is installed at one exact version, and no image of it by a tag that moves. */
export function agentVersionPinned(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const needed = "whether it is one exact version";
  for (const agent of network.agents) {
    const { pin } = agent;
    if (!pin) {
      if (isUnknown(agent.version))
        judgement.unknowns.push(unknownAt({ urn: agent.origin.urn }, "the agent's version", needed));
      continue;
    }
    const { version, local, images } = pin;
    const problem = (message: string) =>
      judgement.problems.push({
        rule: AGENT_VERSION_PINNED,
        message,
        subjects: [...new Set([agent.urn, agent.origin.urn])],
      });
    if (isUnknown(version)) {
      judgement.unknowns.push(unknownAt({ urn: agent.urn, property: "version" }, "version", needed));
    } else if (version === undefined ? !local : !EXACT.test(version)) {
      const said =
        version === undefined ? "names no version of its chart" : `takes its chart at "${version}"`;
      problem(
        `${agentName(agent)} ${said}, so clusters made on different days run different agents and an update may replace this one unasked; ` +
          'give one exact version, such as "1.19.6".',
      );
    }
    for (const { property, tag } of images) {
      if (isUnknown(tag)) judgement.unknowns.push(unknownAt({ urn: agent.urn, property }, "tag", needed));
      else if (MOVING.test(tag))
        problem(
          `${agentName(agent)} takes an image by the tag ${tag} (${property}), so a node that restarts may run another agent than its ` +
            "neighbours; name a version, or leave the chart's own.",
        );
    }
  }
  return judgement;
}
