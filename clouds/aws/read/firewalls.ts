import type { FirewallFact } from "../../../network/model/network";
import { list, number, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { handsOn } from "./balancers";
import { prefixesOf, prefixesOfAll } from "./prefix-lists";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/**
 * Rules of security groups, in and out, each as its own resource, as the older kind of it, or inline. A rule that lets in
 * another group's members only has no range to tell: its sources are empty.
 */
export function readFirewalls(resources: ResourceIndex): FirewallFact[] {
  const nodes = groupsOfNodes(resources);
  const guards = guardsOf(resources, nodes);
  return rulesOf(resources).map(({ group, ...fact }) => {
    const guarded = group && guards(group, fact.network);
    if (!guarded) return fact;
    const shut =
      guarded === "other" && fact.direction !== "out" && handsOn(resources, group, nodes) === false;
    return { ...fact, guards: guarded, ...(shut ? { handsOn: false } : {}) };
  });
}

/** A rule with the group that it belongs to. */
interface GroupRule extends FirewallFact {
  group?: Resource;
}

function groupsOfNodes(resources: ResourceIndex): Set<Resource> {
  return new Set(
    resources.ofType(TYPES.launchTemplate).flatMap((template) => {
      const ids = list(template.props, "vpcSecurityGroupIds");
      const known: unknown[] = ids === undefined || isUnknown(ids) ? [] : ids;
      const depended = new Set(template.propertyDependencies.vpcSecurityGroupIds ?? []);
      return ofTypes(resources, TYPES.securityGroup, TYPES.defaultSecurityGroup).filter(
        (group) => depended.has(group.urn) || (group.id !== undefined && known.includes(group.id)),
      );
    }),
  );
}

/** The groups of launch templates are the nodes'; where a network has such, its others stand before something else. */
function guardsOf(
  resources: ResourceIndex,
  ofNodes: ReadonlySet<Resource>,
): (group: Resource, network: string | undefined) => FirewallFact["guards"] {
  const networks = new Set([...ofNodes].map((group) => vpcOf(resources, group)));
  return (group, network) => {
    if (ofNodes.has(group)) return "nodes";
    return network !== undefined && networks.has(network) ? "other" : undefined;
  };
}

function rulesOf(resources: ResourceIndex): GroupRule[] {
  return [
    ...ofTypes(resources, TYPES.ingressRule, TYPES.egressRule).map((rule) => ({
      ...factOf(rule, groupOf(resources, rule), "cidrIpv4", vpcOf(resources, groupOf(resources, rule))),
      ...(rule.type === TYPES.egressRule ? OUT : {}),
      sources: singleSource(resources, rule),
      ports: portsOf(rule.props, "ipProtocol"),
    })),
    ...ofTypes(resources, TYPES.securityGroupRule).map((rule) => ({
      ...factOf(rule, groupOf(resources, rule), "cidrBlocks", vpcOf(resources, groupOf(resources, rule))),
      ...(text(rule.props, "type") === "egress" ? OUT : {}),
      sources: listedSources(rule.props, (ids) => prefixesOfAll(resources, rule, "prefixListIds", ids)),
      ports: portsOf(rule.props, "protocol"),
    })),
    ...ofTypes(resources, TYPES.securityGroup, TYPES.defaultSecurityGroup).flatMap((group) => [
      ...inlineRules(resources, group, "ingress"),
      ...inlineRules(resources, group, "egress").map((rule) => ({ ...rule, ...OUT })),
    ]),
  ];
}

const OUT = { direction: "out" } as const;

function inlineRules(resources: ResourceIndex, group: Resource, property: "ingress" | "egress"): GroupRule[] {
  const network = vpcOf(resources, group);
  const rules = list(group.props, property) ?? [];
  if (isUnknown(rules)) {
    // In a preview the provider calls unknown also what nobody wrote, since EC2 tells rules that are resources of their own too.
    if ((group.propertyDependencies[property] ?? []).length === 0) return [];
    return [{ ...factOf(group, group, property, network), sources: UNKNOWN, ports: UNKNOWN }];
  }
  return rules.map((rule, index) => ({
    ...factOf(group, group, `${property}.${index}`, network),
    sources: isUnknown(rule)
      ? UNKNOWN
      : listedSources(rule, (ids) => prefixesOfAll(resources, group, property, ids)),
    ports: isUnknown(rule) ? UNKNOWN : portsOf(rule, "protocol"),
  }));
}

function factOf(from: Resource, group: Resource | undefined, property: string, network: string | undefined) {
  return { urn: from.urn, network, origin: { urn: from.urn, property }, ...(group ? { group } : {}) };
}

function groupOf(resources: ResourceIndex, rule: Resource): Resource | undefined {
  return referredOf(resources, rule, "securityGroupId", TYPES.securityGroup, TYPES.defaultSecurityGroup);
}

function singleSource(resources: ResourceIndex, rule: Resource): OrUnknown<string[]> {
  const range = text(rule.props, "cidrIpv4") || text(rule.props, "cidrIpv6") || undefined;
  if (range !== undefined) return isUnknown(range) ? UNKNOWN : [range];
  const id = text(rule.props, "prefixListId") || undefined;
  return id === undefined ? [] : prefixesOf(resources, rule, "prefixListId", id);
}

/** `prefixesOf` finds what prefix lists hold, whose ranges stand elsewhere. */
function listedSources(
  rule: unknown,
  prefixesOf: (ids: OrUnknown<unknown[]>) => OrUnknown<string[]>,
): OrUnknown<string[]> {
  const listed = prefixesOf(list(rule, "prefixListIds") ?? []);
  const ranges = texts(rule, "cidrBlocks") ?? [];
  const ranges6 = texts(rule, "ipv6CidrBlocks") ?? [];
  if (isUnknown(listed) || isUnknown(ranges) || isUnknown(ranges6)) return UNKNOWN;
  return [...ranges, ...ranges6, ...listed];
}

/** Protocols by IANA number, which AWS takes as well as names. */
const PROTOCOLS: Record<string, string> = { "6": "tcp", "17": "udp", "1": "icmp", "50": "esp" };

/** `443/tcp`, `30000-32767/tcp`, `icmp`, `all`. */
function portsOf(rule: unknown, property: string): OrUnknown<string[]> {
  const written = number(rule, property);
  const value = isUnknown(written) ? text(rule, property) : String(written ?? "-1");
  if (value === undefined || isUnknown(value)) return UNKNOWN;
  const protocol = PROTOCOLS[value] ?? value.toLowerCase();
  if (protocol === "-1" || protocol === "all") return ["all"];
  if (protocol !== "tcp" && protocol !== "udp") return [protocol];
  const from = number(rule, "fromPort") ?? UNKNOWN;
  const to = number(rule, "toPort") ?? UNKNOWN;
  if (isUnknown(from) || isUnknown(to)) return UNKNOWN;
  return [from === to ? `${from}/${protocol}` : `${from}-${to}/${protocol}`];
}
