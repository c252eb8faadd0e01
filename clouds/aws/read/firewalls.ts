import type { FirewallFact } from "../../../network/model/network";
import { list, number, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { ofTypes, referredOf, TYPES, vpcOf } from "./types";

/**
 * Inbound rules of security groups, each as its own resource, as the older kind of it, or inline. A rule that lets in
 * another group's members only has no range to tell: its sources are empty.
 */
export function readFirewalls(resources: ResourceIndex): FirewallFact[] {
  return [
    ...ofTypes(resources, TYPES.ingressRule).map((rule) => ({
      ...factOf(rule, networkOf(resources, rule), "cidrIpv4"),
      sources: singleSource(rule.props),
      ports: portsOf(rule.props, "ipProtocol"),
    })),
    ...ofTypes(resources, TYPES.securityGroupRule)
      .filter((rule) => text(rule.props, "type") !== "egress")
      .map((rule) => ({
        ...factOf(rule, networkOf(resources, rule), "cidrBlocks"),
        sources: listedSources(rule.props),
        ports: portsOf(rule.props, "protocol"),
      })),
    ...ofTypes(resources, TYPES.securityGroup, TYPES.defaultSecurityGroup).flatMap((group) =>
      inlineRules(resources, group),
    ),
  ];
}

function inlineRules(resources: ResourceIndex, group: Resource): FirewallFact[] {
  const network = vpcOf(resources, group);
  const rules = list(group.props, "ingress") ?? [];
  if (isUnknown(rules)) return [{ ...factOf(group, network, "ingress"), sources: UNKNOWN, ports: UNKNOWN }];
  return rules.map((rule, index) => ({
    ...factOf(group, network, `ingress.${index}`),
    sources: isUnknown(rule) ? UNKNOWN : listedSources(rule),
    ports: isUnknown(rule) ? UNKNOWN : portsOf(rule, "protocol"),
  }));
}

function factOf(from: Resource, network: string | undefined, property: string) {
  return { urn: from.urn, network, origin: { urn: from.urn, property } };
}

function networkOf(resources: ResourceIndex, rule: Resource): string | undefined {
  const group = referredOf(
    resources,
    rule,
    "securityGroupId",
    TYPES.securityGroup,
    TYPES.defaultSecurityGroup,
  );
  return vpcOf(resources, group);
}

function singleSource(rule: unknown): OrUnknown<string[]> {
  const range = text(rule, "cidrIpv4") ?? text(rule, "cidrIpv6");
  if (range !== undefined) return isUnknown(range) ? UNKNOWN : [range];
  return text(rule, "prefixListId") === undefined ? [] : UNKNOWN;
}

/** Prefix lists' ranges stand elsewhere. */
function listedSources(rule: unknown): OrUnknown<string[]> {
  const prefixLists = texts(rule, "prefixListIds") ?? [];
  if (isUnknown(prefixLists) || prefixLists.length > 0) return UNKNOWN;
  const ranges = texts(rule, "cidrBlocks") ?? [];
  const ranges6 = texts(rule, "ipv6CidrBlocks") ?? [];
  return isUnknown(ranges) || isUnknown(ranges6) ? UNKNOWN : [...ranges, ...ranges6];
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
