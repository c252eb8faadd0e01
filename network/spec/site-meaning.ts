import { addressIn, type Cidr, cidr, parseCidr } from "../address/cidr";
import { isDefaultRoute } from "../routing/default-route";
import { type Loose, list, object, text } from "./loose";
import type { SpecFault } from "./read";

/** Where a device cannot be reached from a cloud's gateway (RFC 6890). Documentation's own ranges are let pass: examples use them. */
const NOT_PUBLIC: [Cidr, string][] = [
  ["0.0.0.0/8", "this network"],
  ["10.0.0.0/8", "private (RFC 1918)"],
  ["100.64.0.0/10", "a provider's own (RFC 6598)"],
  ["127.0.0.0/8", "loopback"],
  ["169.254.0.0/16", "link-local"],
  ["172.16.0.0/12", "private (RFC 1918)"],
  ["192.0.0.0/24", "IETF protocol assignments"],
  ["192.168.0.0/16", "private (RFC 1918)"],
  ["198.18.0.0/15", "for benchmarks (RFC 2544)"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved"],
].map(([range = "", why = ""]): [Cidr, string] => [cidr(range), why]);

/** ASNs that stand for nothing that BGP could speak with, by their first and last (IANA special-purpose AS numbers, 2024). */
const NO_PEER: [number, number, string][] = [
  [23456, 23456, "AS_TRANS (RFC 6793)"],
  [64496, 64511, "for documentation (RFC 5398)"],
  [65535, 65535, "reserved (RFC 7300)"],
  [65536, 65551, "for documentation (RFC 5398)"],
];

/** What a site lacks, has too much, or has of a kind that no cloud can link to. What other members say is judged apart. */
export function siteFaults(name: string, member: Loose): SpecFault[] {
  const at = ["members", name];
  const gateway = object(member.gateway);
  const faults: SpecFault[] = [];
  const fault = (path: string[], message: string, key = false) =>
    void faults.push({ at: [...at, ...path], message, ...(key ? { key } : {}) });

  if (list(member.ranges).length === 0) fault(["ranges"], "is required for a site: give its ranges");
  list(member.ranges).forEach((range, index) => {
    if (isDefaultRoute(text(range) ?? ""))
      fault(
        ["ranges", String(index)],
        `${range} is everywhere, and no default route is told; give the site's own ranges`,
      );
  });
  if (gateway.range !== undefined)
    fault(["gateway", "range"], `is only for azure, and ${name} is site`, true);
  if (gateway.address === undefined && gateway.addresses === undefined) {
    fault(["gateway", "address"], "is required for a site: give its public IPv4 address");
  }
  if (gateway.address !== undefined && gateway.addresses !== undefined) {
    fault(["gateway", "addresses"], "stands beside address; give one of the two", true);
  }
  if (gateway.asn === undefined) {
    fault(["gateway", "asn"], "is required for a site: give the ASN that its devices speak BGP as");
  }
  const { asn } = gateway;
  const reserved = NO_PEER.find(([first, last]) => typeof asn === "number" && asn >= first && asn <= last);
  if (reserved) fault(["gateway", "asn"], `${asn} is ${reserved[2]}; give the devices' own ASN`);
  return faults;
}

/** Intents between two sites: their own people join them, for isthmus configures neither. */
export function siteTrafficFaults(spec: Loose): SpecFault[] {
  const members = object(spec.members);
  const isSite = (name: string | undefined) => name !== undefined && object(members[name]).cloud === "site";
  return list(spec.traffic).flatMap((entry, index): SpecFault[] => {
    const [from, to] = [text(object(entry).from), text(object(entry).to)];
    if (from === to || !isSite(from) || !isSite(to)) return [];
    const message = `${from} and ${to} are both sites, and isthmus carries nothing between sites; name a member in a cloud`;
    return [{ at: ["traffic", index, "to"], message }];
  });
}

/** Devices' addresses: public, outside whatever the mesh routes, and each of one device only. */
export function siteAddressFaults(spec: Loose): SpecFault[] {
  const members = object(spec.members);
  const routed = routedRanges(spec, members);
  const owners = new Map<string, string>();
  return Object.keys(members).flatMap((name) =>
    devicesOf(name, object(members[name])).flatMap(({ at, address }): SpecFault[] => {
      const notPublic = NOT_PUBLIC.find(([range]) => addressIn(address, range));
      if (notPublic) {
        const message = `${address} is ${notPublic[1]}; a cloud reaches a public IPv4 address only`;
        return [{ at, message }];
      }
      const inside = routed.find(({ range }) => addressIn(address, range));
      if (inside) {
        const message = `${address} is inside ${inside.range.text}, ${inside.what}; its tunnels would run through themselves`;
        return [{ at, message }];
      }
      const owner = owners.get(address);
      owners.set(address, name);
      if (owner === undefined) return [];
      return [{ at, message: `${address} is given twice, of ${owner} too; give each device its own` }];
    }),
  );
}

function devicesOf(name: string, member: Loose): { at: PropertyKey[]; address: string }[] {
  if (member.cloud !== "site") return [];
  const { address, addresses } = object(member.gateway);
  const at = ["members", name, "gateway"];
  const one = text(address);
  return [
    ...(one === undefined ? [] : [{ at: [...at, "address"], address: one }]),
    ...list(addresses).flatMap((each, index) => {
      const own = text(each);
      return own === undefined ? [] : [{ at: [...at, "addresses", index], address: own }];
    }),
  ];
}

/** Every range that the spec names as the mesh's own, with what it is. */
function routedRanges(spec: Loose, members: Loose): { range: Cidr; what: string }[] {
  const given: [unknown, string][] = list(spec.supernet).map((range) => [range, "the mesh's supernet"]);
  for (const [name, value] of Object.entries(members)) {
    const member = object(value);
    const own = [object(member.nodes).range, member.pods, member.services, member.controlPlane];
    for (const range of [...own, ...list(member.ranges)]) given.push([range, `a range of ${name}`]);
  }
  return given.flatMap(([range, what]) => {
    const parsed = parseCidr(text(range) ?? "");
    return "fault" in parsed ? [] : [{ range: parsed, what }];
  });
}
