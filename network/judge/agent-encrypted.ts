import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { Encryption } from "../spec/shape";
import type { Judgement } from "./judgement";
import { nameIn, unknownAt } from "./judgement";

export const AGENT_ENABLED = "encryption-agent-enabled";

/**
 * Every network agent encrypts what its nodes exchange, and every cluster that is joined to another has an agent: by a
 * link, by traffic that a mesh asked for, or as a peer of another cluster's agent.
 */
export function agentEncrypted(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const agent of network.agents) {
    const name = `the ${agent.kind} agent ${nameIn(agent.urn)} (${agent.urn})`;
    if (isUnknown(agent.encryption)) {
      judgement.unknowns.push(unknownAt(agent.origin, "the agent's encryption", "whether nodes encrypt"));
    } else if (agent.encryption === Encryption.none) {
      judgement.problems.push({
        rule: AGENT_ENABLED,
        message: `${name} sends pods' traffic between nodes in clear; turn on its encryption, WireGuard or IPsec.`,
        subjects: [agent.origin.urn],
      });
    }
  }

  const homeless = network.agents.filter((agent) => !agent.cluster && isUnknown(agent.clusterName));
  const served = new Set(network.agents.map((agent) => agent.cluster));
  const joined = joinedMembers(network);
  for (const cluster of network.clusters) {
    if (served.has(cluster.urn)) continue;
    if (!joined.has(cluster.name)) {
      const why = `whether ${cluster.name} is joined to another and needs a network agent`;
      judgement.unknowns.push(
        ...network.unread.map((origin) => unknownAt(origin, "the mesh's description", why)),
      );
      continue;
    }
    if (homeless.length > 0) {
      for (const agent of homeless) {
        const why = `whether it is the agent of ${cluster.name}`;
        judgement.unknowns.push(unknownAt({ urn: agent.urn }, "the agent's cluster name", why));
      }
      continue;
    }
    judgement.problems.push({
      rule: AGENT_ENABLED,
      message:
        `${cluster.name} (${cluster.urn}) is joined to other clusters, but no network agent of it is among the ` +
        "resources, so nothing shows that its traffic is encrypted; install one in this stack.",
      subjects: [cluster.urn],
    });
  }
  return judgement;
}

/** Names of the members that exchange traffic with another. */
function joinedMembers(network: Inventory): Set<string> {
  const joined = new Set<string>();
  for (const link of network.links) joined.add(link.a).add(link.b);
  for (const intent of network.intents) joined.add(intent.from).add(intent.to);
  for (const { peers } of network.agents) {
    if (!isUnknown(peers)) for (const name of Object.keys(peers)) joined.add(name);
  }
  return joined;
}
