import type { Rule } from "../rule";
import { type BaselineRow, baselineRule } from "./baseline-rule";

const ROWS: BaselineRow[] = [
  {
    name: "link-gateway-acceptance",
    setting: "attachments-accepted-by-hand",
    title: "Transit gateways do not take everybody",
    description: "No transit gateway accepts attachments of other accounts by itself.",
    why: "any account that it is shared with joins its network to yours without being asked",
    fix: 'Leave out `autoAcceptSharedAttachments: "enable"`.',
    severity: "medium",
    checkov: ["CKV_AWS_331"],
  },
  {
    name: "link-endpoint-acceptance",
    setting: "endpoints-accepted-by-hand",
    title: "Endpoint services do not take everybody",
    description: "Every VPC endpoint service asks before it takes a connection.",
    why: "whoever is allowed to by a list that may hold everybody reaches it without being asked",
    fix: "`acceptanceRequired: true`.",
    checkov: ["CKV_AWS_123"],
  },
  {
    name: "link-peering-route-narrow",
    setting: "peering-route-narrow",
    title: "Peerings carry named ranges",
    description: "No default route leads to a VPC peering.",
    why: "all that has no other way goes to the other VPC, whose owner sees it, and which drops it",
    fix: "Routes for the other VPC's ranges alone.",
    severity: "medium",
    checkov: ["CKV2_AWS_44"],
  },
  {
    name: "link-nat-managed",
    setting: "nat-managed",
    title: "The way out is a NAT gateway",
    description: "No default route of AWS leads to a virtual machine's interface.",
    why: "one machine is the way out of all of them: when it is away or taken over, so is everything behind it",
    fix: "The default route to an `aws.ec2.NatGateway`.",
    checkov: ["CKV2_AWS_35"],
  },
];

export const linkBaselineRules: Rule[] = ROWS.map(baselineRule);
