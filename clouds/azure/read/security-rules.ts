import type { Origin } from "../../../network/model/network";
import type { Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { type AzureResources, inline, referred } from "./resources";

/** A rule of a network security group, wherever it is written. */
export interface SecurityRule {
  /** Absent where the group is not among the resources. */
  group: Resource | undefined;
  /** UNKNOWN where the group's rules are. */
  props: unknown;
  origin: Origin;
}

/** Rules that are resources of their own, and those that stand in their group. */
export function securityRules(resources: AzureResources): SecurityRule[] {
  const kind = "network:NetworkSecurityGroup";
  return [
    ...resources.ofKind("network:SecurityRule").map((rule) => ({
      group: referred(resources, { from: rule, path: "networkSecurityGroupName", kind }),
      props: rule.props,
      origin: { urn: rule.urn, property: "sourceAddressPrefix" },
    })),
    ...resources.ofKind(kind).flatMap((group): SecurityRule[] => {
      const rules = inline(group, "securityRules");
      if (isUnknown(rules)) {
        return [{ group, props: UNKNOWN, origin: { urn: group.urn, property: "securityRules" } }];
      }
      return rules.map((props, index) => ({
        group,
        props,
        origin: { urn: group.urn, property: `securityRules.${index}` },
      }));
    }),
  ];
}
