import { SUITE } from "../network/link/suite";
import type { GatewayFact, Network, TunnelEndFact } from "../network/model/network";
import { list, number, text, texts, valueAt } from "../network/model/property";
import type { OrUnknown, Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud } from "../network/spec/shape";

/** Token of our own component, whose outputs mirror what a site's devices are told. */
const LINK = "isthmus:index:Link";

/**
 * The sites' ends of our own links. Nothing is made in a site, so no resource tells of its devices: the link says what they must
 * be told, and that is what the cloud's end is held against. Whether a device was told so, nobody here can see.
 */
export function withSiteEnds(network: Network, resources: ResourceIndex): Network {
  const gateways = new Map<string, GatewayFact>();
  const ends = resources.ofType(LINK).flatMap((link): TunnelEndFact[] => {
    const site = siteOf(link);
    if (!site) return [];
    const gateway = gateways.get(site.member) ?? gatewayOf(link, site.member);
    gateways.set(site.member, gateway);
    return endsAt(link, site, gateway);
  });
  if (gateways.size === 0) return network;
  return {
    ...network,
    gateways: [...network.gateways, ...gateways.values()],
    tunnelEnds: [...network.tunnelEnds.flatMap((end) => withOthers(end, ends)), ...ends],
  };
}

/** Which of a link's ends is a site, and the path of what is said of it. */
interface Site {
  member: string;
  path: string;
  /** ASN of the cloud's end. */
  peerAsn: OrUnknown<number>;
}

function siteOf(link: Resource): Site | undefined {
  const ends = valueAt(link.props, "ends");
  if (typeof ends !== "object" || ends === null || isUnknown(ends)) return undefined;
  const members = Object.entries(ends);
  const site = members.find(([, end]) => text(end, "cloud") === Cloud.site);
  if (!site) return undefined;
  const other = members.find((entry) => entry !== site);
  return {
    member: site[0],
    path: `ends.${site[0]}`,
    peerAsn: number(other?.[1], "asn") ?? UNKNOWN,
  };
}

function gatewayOf(link: Resource, member: string): GatewayFact {
  const path = `ends.${member}`;
  const advertises = texts(link.props, `${path}.advertise`);
  return {
    urn: `${link.urn}::${member}`,
    cloud: Cloud.site,
    networks: [],
    asn: number(link.props, `${path}.asn`) ?? UNKNOWN,
    ...(advertises === undefined ? {} : { advertises }),
    member,
    origin: { urn: link.urn, property: path },
  };
}

function endsAt(link: Resource, { path, peerAsn }: Site, gateway: GatewayFact): TunnelEndFact[] {
  const tunnels = list(link.props, "tunnels") ?? [];
  if (isUnknown(tunnels)) return [];
  return tunnels.map((tunnel, index): TunnelEndFact => {
    const device = number(tunnel, "device") ?? UNKNOWN;
    const outside = isUnknown(device) ? UNKNOWN : text(link.props, `${path}.addresses.${device}`);
    return {
      urn: link.urn,
      tunnel: index + 1,
      cloud: Cloud.site,
      gateway: gateway.urn,
      interface: device,
      address: text(tunnel, "address") ?? UNKNOWN,
      peerAddress: text(tunnel, "peerAddress") ?? UNKNOWN,
      outside: outside ?? UNKNOWN,
      asn: number(link.props, `${path}.asn`) ?? UNKNOWN,
      peerAsn,
      declared: true,
      ike: [SUITE.ike],
      phase1: {
        encryption: [SUITE.phase1.encryption],
        integrity: [SUITE.phase1.integrity],
        groups: [SUITE.phase1.group],
      },
      phase2: { encryption: [SUITE.phase2.encryption], integrity: [], groups: [SUITE.phase2.group] },
      // It was there before the link, and no update of ours touches it.
      present: { changing: [] },
      origin: { urn: link.urn, property: `tunnels.${index}` },
    };
  });
}

/** An end, and of a gateway whose other interface speaks to the same device over the same connection, that one's too. */
function withOthers(end: TunnelEndFact, sites: TunnelEndFact[]): TunnelEndFact[] {
  const others = (end.others ?? []).filter(({ address }) =>
    sites.some((site) => site.peerAddress === address && site.address === end.peerAddress),
  );
  return [
    end,
    ...others.map((other, index) => ({
      ...end,
      tunnel: end.tunnel + index + 1,
      interface: other.interface,
      address: other.address,
    })),
  ];
}
