import { cloudQuotas } from "../../inventory/readers";
import { LINK_QUOTA_HELD, linkQuotaHeld, raisedQuotas } from "../../network/judge/link-quota-held";
import type { Rule } from "../rule";

export const linkQuotaHeldRule: Rule = {
  name: LINK_QUOTA_HELD,
  title: "No quota is passed",
  description:
    "No gateway, network, region or BGP session needs more tunnels, connections, attachments, peerings or routes than its cloud grants.",
  why: "A quota shows in the middle of an apply, when half of the links are made; prefixes beyond the limit of a BGP session take the whole session down.",
  fix: "Make fewer links or tell fewer, larger prefixes; or have the quota raised and say so with the option `raised`.",
  needs: "The gateway of each tunnel and its region, and what ends tell their peers where that is set.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  options: {
    raised: {
      type: "object",
      additionalProperties: { type: "number" },
      description: 'Quotas that were raised, by cloud and name: `{ "aws connectionsPerRegion": 200 }`.',
    },
  },
  judge: (network, { raised }) => linkQuotaHeld(network, raisedQuotas(cloudQuotas, raised)),
};
