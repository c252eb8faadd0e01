import { weaknesses } from "../link/strength";
import type { Inventory } from "../model/inventory";
import type { Judgement } from "./judgement";
import { tunnelEndName, unknownAt } from "./judgement";
import { unknownProposals } from "./proposal";

export const VPN_STRONG = "encryption-vpn-strong";

const FLOOR = "allow AES-256, SHA-256 or better, and groups 15 to 21 or 31 only";

/** No tunnel end would accept a weak cipher, hash or group, nor leaves one to the cloud. */
export function vpnStrong(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const end of network.tunnelEnds) {
    for (const what of unknownProposals(end)) {
      judgement.unknowns.push(
        unknownAt({ urn: end.origin.urn }, what, "whether the tunnel takes a weak cipher"),
      );
    }
    const found = weaknesses(end);
    if (found.length === 0) continue;
    judgement.problems.push({
      rule: VPN_STRONG,
      message: `${tunnelEndName(end)} would accept less than it should: ${found.join("; ")}; ${FLOOR}.`,
      subjects: [end.origin.urn],
    });
  }
  return judgement;
}
