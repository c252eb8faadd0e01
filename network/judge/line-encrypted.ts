import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { unknownAt } from "./judgement";

export const LINE_ENCRYPTED = "encryption-line-encrypted";

/** What crosses a line that is there already is encrypted: by the line, or by the network agents at both of its ends. */
export function lineEncrypted(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const clusters = new Map(network.clusters.map(({ urn, name }) => [urn, name]));
  for (const { name, a, b, line } of network.links) {
    if (line?.encryption !== "none") continue;
    const bare: string[] = [];
    for (const end of [a, b]) {
      // One that joins clusters may encrypt what crosses, whatever the cluster's own agent does.
      const agents = network.agents.filter(({ cluster }) => clusters.get(cluster ?? "") === end);
      if (agents.some(({ encryption }) => !isUnknown(encryption) && encryption !== "none")) continue;
      const unknown = agents.find(({ encryption }) => isUnknown(encryption));
      if (unknown) {
        const why = `whether what crosses the line ${name} is encrypted`;
        judgement.unknowns.push(unknownAt(unknown.origin, "the agent's encryption", why));
      } else bare.push(end);
    }
    if (bare.length === 0) continue;
    judgement.problems.push({
      rule: LINE_ENCRYPTED,
      message:
        `the line ${name} is not encrypted, and at ${bare.join(" and ")} no network agent encrypts what crosses it: it is carried in ` +
        "clear by whoever runs the line; have it secured by MACsec, or join the two by a VPN.",
      subjects: [line.origin.urn],
    });
  }
  return judgement;
}
