import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { tunnelEndName, unknownAt } from "./judgement";

export const VPN_IKEV2 = "encryption-vpn-ikev2";

/** Every tunnel end takes IKEv2 and nothing else. An end that leaves it to the cloud takes what the cloud takes: IKEv1 too. */
export function vpnIkev2(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const end of network.tunnelEnds) {
    if (isUnknown(end.ike)) {
      judgement.unknowns.push(
        unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s IKE versions`, "whether it takes IKEv1"),
      );
      continue;
    }
    if (end.ike?.length === 1 && end.ike[0] === 2) continue;
    const found =
      end.ike === undefined || end.ike.length === 0
        ? "leaves the IKE version to the cloud, whose default may include IKEv1"
        : `takes ${end.ike.map((version) => `IKEv${version}`).join(" and ")}`;
    judgement.problems.push({
      rule: VPN_IKEV2,
      message: `${tunnelEndName(end)} ${found}; allow IKEv2 only.`,
      subjects: [end.origin.urn],
    });
  }
  return judgement;
}
