import type { FirewallFact } from "../../../network/model/network";
import { flag, list, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { networkOf, TYPES } from "./types";

/** Rules that let something in; those that deny, lead out or are switched off are none. */
export function readFirewalls(resources: ResourceIndex): FirewallFact[] {
  return resources
    .ofType(TYPES.firewall)
    .filter(
      ({ props }) =>
        text(props, "direction") !== "EGRESS" &&
        flag(props, "disabled") !== true &&
        list(props, "allows") !== undefined,
    )
    .map((firewall) => ({
      urn: firewall.urn,
      network: networkOf(resources, firewall),
      sources: sourcesOf(firewall),
      ports: portsOf(firewall),
      origin: { urn: firewall.urn, property: "sourceRanges" },
    }));
}

/** Tags and service accounts are instances of the network itself; without those either, everybody. */
function sourcesOf({ props }: Resource): OrUnknown<string[]> {
  const ranges = texts(props, "sourceRanges") ?? [];
  if (isUnknown(ranges) || ranges.length > 0) return ranges;
  const inside = ["sourceTags", "sourceServiceAccounts"].map((property) => list(props, property) ?? []);
  if (inside.some((sources) => !isUnknown(sources) && sources.length > 0)) return [];
  return inside.some(isUnknown) ? UNKNOWN : ["0.0.0.0/0"];
}

/** `443/tcp`, `0-65535/tcp` where no port is named, `icmp`, `all`. */
function portsOf({ props }: Resource): OrUnknown<string[]> {
  const allows = list(props, "allows") ?? [];
  if (isUnknown(allows)) return UNKNOWN;
  const all: string[] = [];
  for (const allow of allows) {
    const written = text(allow, "protocol");
    const ports = texts(allow, "ports") ?? [];
    if (written === undefined || isUnknown(written) || isUnknown(ports)) return UNKNOWN;
    const protocol = PROTOCOLS[written] ?? written.toLowerCase();
    if (ports.length > 0) all.push(...ports.map((port) => `${port}/${protocol}`));
    else all.push(["tcp", "udp"].includes(protocol) ? `0-65535/${protocol}` : protocol);
  }
  return all;
}

/** Protocols by IANA number, which Google Cloud takes as well as names. */
const PROTOCOLS: Record<string, string> = { "1": "icmp", "6": "tcp", "17": "udp", "50": "esp" };
