import type { FirewallFact } from "../../../network/model/network";
import { number, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type AzureResources, networkCarrying, referred } from "./resources";
import type { SecurityRule } from "./security-rules";
import { readSubnets } from "./subnets";

/** What groups refuse to everybody, by the number of the rule that does: the lowest number is asked first. */
export interface Refusals {
  /** A rule's sources without those that a rule before it refuses. */
  leave(group: Resource | undefined, rule: unknown, sources: OrUnknown<string[]>): OrUnknown<string[]>;
  /** Whether something stands before Azure's own rules, which let in what Azure calls the virtual network. */
  closes(group: Resource): boolean;
}

/**
 * Only rules that refuse every source, port and protocol count; one that refuses less leaves open what it does not name, and a part of
 * a range that one rule refuses and another lets in is told as let in.
 */
export function refusalsOf(rules: readonly SecurityRule[]): Refusals {
  const first = new Map<string, number>();
  for (const { group, props } of rules) {
    if (!group || !refusesAll(props)) continue;
    const priority = number(props, "priority");
    const at = priority === undefined || isUnknown(priority) ? LAST : priority;
    first.set(group.urn, Math.min(at, first.get(group.urn) ?? at));
  }
  return {
    leave(group, rule, sources) {
      const priority = number(rule, "priority");
      const refusing = group && first.get(group.urn);
      if (refusing === undefined || priority === undefined || isUnknown(priority)) return sources;
      return priority > refusing ? [] : sources;
    },
    closes: (group) => first.has(group.urn),
  };
}

/** The highest that Azure takes, just above its own rules. */
const LAST = 4096;

function refusesAll(rule: unknown): boolean {
  const all = (path: string) => text(rule, path) === "*";
  return (
    text(rule, "access") === "Deny" &&
    text(rule, "direction") === "Inbound" &&
    all("protocol") &&
    all("sourceAddressPrefix") &&
    all("destinationPortRange")
  );
}

/**
 * `AllowVnetInBound` (65000): what Azure calls the virtual network is its own space, what it is peered with and what its gateway
 * learned ("Default security rules", azure-docs, 2026), all of it private here. Without a group there is no rule at all.
 */
export function openByDefault(resources: AzureResources, refused: Refusals): FirewallFact[] {
  const kind = "network:NetworkSecurityGroup";
  const open = (urn: string, network: string | undefined): FirewallFact[] =>
    network === undefined
      ? []
      : [{ urn, network, guards: "nodes", sources: PRIVATE, ports: ["all"], origin: { urn } }];
  const unguarded = readSubnets(resources)
    .filter(({ hosts, urn }) => {
      const subnet = resources.byUrn(urn);
      const path = "networkSecurityGroup.id";
      return hosts && subnet?.type.endsWith(":Subnet") && !referred(resources, { from: subnet, path, kind });
    })
    .flatMap(({ urn, network }) => open(urn, network));
  const lenient = resources
    .ofKind(kind)
    .filter((group) => !refused.closes(group))
    .flatMap((group) => open(group.urn, networkCarrying(resources, group, "networkSecurityGroup")));
  return [...unguarded, ...lenient];
}

/** Private ranges (RFC 1918), and those of carriers (RFC 6598). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
