import type { FirewallFact } from "../../../network/model/network";
import { list, text, texts } from "../../../network/model/property";
import type { OrUnknown } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { openByDefault, type Refusals, refusalsOf } from "./refusals";
import { type AzureResources, networkCarrying } from "./resources";
import { type SecurityRule, securityRules } from "./security-rules";

/**
 * What network security groups let in, by rules that are resources of their own or inline, without what a rule before them refuses;
 * and what Azure lets in by itself where no rule and no group refuses it.
 */
export function readFirewalls(resources: AzureResources): FirewallFact[] {
  const rules = securityRules(resources);
  const refused = refusalsOf(rules);
  return [
    ...rules.flatMap((rule) => allowed(resources, rule, refused)),
    ...openByDefault(resources, refused),
  ];
}

function allowed(
  resources: AzureResources,
  { group, props: rule, origin }: SecurityRule,
  refused: Refusals,
): FirewallFact[] {
  const [direction, access] = [text(rule, "direction"), text(rule, "access")];
  if ((direction !== "Inbound" && !isUnknown(direction)) || (access !== "Allow" && !isUnknown(access)))
    return [];
  const network = networkCarrying(resources, group, "networkSecurityGroup");
  return [
    {
      urn: origin.urn,
      ...(network === undefined ? {} : { network }),
      sources: refused.leave(group, rule, sourcesOf(rule)),
      ports: portsOf(rule),
      origin,
    },
  ];
}

/** Azure's words for ranges that do not change. Of others (`VirtualNetwork`, `Storage`) the ranges stand elsewhere. */
const WORDS: Record<string, string> = {
  "*": "0.0.0.0/0",
  any: "0.0.0.0/0",
  internet: "0.0.0.0/0",
  azureloadbalancer: "168.63.129.16/32",
};

/** Another security group's members have no range to tell: no sources. */
function sourcesOf(rule: unknown): OrUnknown<string[]> {
  const written = oneOrSeveral(rule, "sourceAddressPrefix", "sourceAddressPrefixes");
  if (isUnknown(written)) return UNKNOWN;
  if (written === undefined) {
    return list(rule, "sourceApplicationSecurityGroups") === undefined ? UNKNOWN : [];
  }
  const ranges = written.map((source) => WORDS[source.toLowerCase()] ?? asRange(source));
  return ranges.every((range) => range !== undefined) ? ranges : UNKNOWN;
}

/** Azure takes a single address for a range, which is told as one. */
function asRange(source: string): string | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(source)) return `${source}/32`;
  return source.includes("/") ? source : undefined;
}

/** `443/tcp`, `30000-32767/udp`, `icmp`, `all`. */
function portsOf(rule: unknown): OrUnknown<string[]> {
  const protocol = text(rule, "protocol");
  const ports = oneOrSeveral(rule, "destinationPortRange", "destinationPortRanges") ?? UNKNOWN;
  if (protocol === undefined || isUnknown(protocol)) return UNKNOWN;
  const name = protocol.toLowerCase();
  if (name !== "*" && name !== "tcp" && name !== "udp") return [name];
  if (isUnknown(ports)) return UNKNOWN;
  if (name === "*" && ports.includes("*")) return ["all"];
  const protocols = name === "*" ? ["tcp", "udp"] : [name];
  return protocols.flatMap((each) => ports.map((port) => `${port === "*" ? "0-65535" : port}/${each}`));
}

/** A rule has one of the two; in a preview the provider may call the other unknown. */
function oneOrSeveral(rule: unknown, one: string, several: string): OrUnknown<string[]> | undefined {
  const [single, listed] = [text(rule, one), texts(rule, several)];
  if (listed !== undefined && !isUnknown(listed) && listed.length > 0) return listed;
  if (single !== undefined && !isUnknown(single) && single !== "") return [single];
  return isUnknown(single) || isUnknown(listed) ? UNKNOWN : undefined;
}
