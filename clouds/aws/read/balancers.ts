import { overlaps, parseCidr } from "../../../network/address/cidr";
import { list, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/**
 * Whether what a load balancer's security group lets in gets on to the nodes: the group must let it out to theirs, and theirs let it in.
 * `undefined` for a group that stands before no load balancer here, and where rules are not resources of their own.
 */
export function handsOn(
  resources: ResourceIndex,
  group: Resource,
  ofNodes: ReadonlySet<Resource>,
): boolean | undefined {
  const nodes = [...ofNodes].filter((one) => vpcOf(resources, one) === vpcOf(resources, group));
  if (!standsBefore(resources, group) || [group, ...nodes].some((one) => !byRules(resources, one))) {
    return undefined;
  }
  const out = resources.ofType(TYPES.egressRule).filter((rule) => groupOf(resources, rule) === group);
  const into = resources
    .ofType(TYPES.ingressRule)
    .filter((rule) => nodes.some((one) => groupOf(resources, rule) === one));
  return (
    out.some((rule) => nodes.some((one) => isTowards(resources, rule, one))) &&
    into.some((rule) => isTowards(resources, rule, group))
  );
}

function standsBefore(resources: ResourceIndex, group: Resource): boolean {
  return resources.ofType(TYPES.loadBalancer).some((balancer) => {
    const ids = list(balancer.props, "securityGroups") ?? [];
    const named = !isUnknown(ids) && group.id !== undefined && ids.includes(group.id);
    return named || (balancer.propertyDependencies.securityGroups ?? []).includes(group.urn);
  });
}

/** Rules that stand in their group, and those of the older kind, are not looked into. */
function byRules(resources: ResourceIndex, group: Resource): boolean {
  const inline = ["ingress", "egress"].some((property) => {
    const rules = valueAt(group.props, property);
    return Array.isArray(rules) && rules.length > 0;
  });
  return (
    !inline && !resources.ofType(TYPES.securityGroupRule).some((rule) => groupOf(resources, rule) === group)
  );
}

function groupOf(resources: ResourceIndex, rule: Resource): Resource | undefined {
  return referredOf(resources, rule, "securityGroupId", TYPES.securityGroup, TYPES.defaultSecurityGroup);
}

/** Whether a rule's other side is a group, or a range in which its members may be. */
function isTowards(resources: ResourceIndex, rule: Resource, group: Resource): boolean {
  const named = referredOf(
    resources,
    rule,
    "referencedSecurityGroupId",
    TYPES.securityGroup,
    TYPES.defaultSecurityGroup,
  );
  if (named) return named === group;
  const range = text(rule.props, "cidrIpv4");
  if (range === undefined) return text(rule.props, "prefixListId") !== undefined;
  const vpc = ofTypes(resources, TYPES.vpc, TYPES.defaultVpc).find(
    ({ urn }) => urn === vpcOf(resources, group),
  );
  return meets(range, text(vpc?.props, "cidrBlock"));
}

/** What is not known may. */
function meets(one: OrUnknown<string>, other: OrUnknown<string> | undefined): boolean {
  if (isUnknown(one) || isUnknown(other) || other === undefined) return true;
  const [range, network] = [parseCidr(one), parseCidr(other)];
  return "fault" in range || "fault" in network || overlaps(range, network);
}
