import { strengthOf } from "../link/strength";
import type { Inventory } from "../model/inventory";
import type { Judgement } from "./judgement";
import { tunnelEndName, unknownAt } from "./judgement";

export const VPN_STRONG = "encryption-vpn-strong";

/** No tunnel end would accept a weak cipher, hash or group, nor leaves one to the cloud. IKE versions are a rule of their own. */
export function vpnStrong(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const end of network.tunnelEnds) {
    const found = strengthOf(end);
    for (const what of found.unknowns) {
      const property = `tunnel ${end.tunnel}'s ${what}`;
      judgement.unknowns.push(unknownAt({ urn: end.origin.urn }, property, "whether it takes a weak one"));
    }
    if (found.weaknesses.length === 0) continue;
    judgement.problems.push({
      rule: VPN_STRONG,
      message: `${tunnelEndName(end)}: ${found.weaknesses.join("; ")}.`,
      subjects: [end.origin.urn],
    });
  }
  return judgement;
}
