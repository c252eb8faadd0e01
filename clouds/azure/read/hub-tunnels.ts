import type { TunnelEndFact, TunnelPart } from "../../../network/model/network";
import { flag, list, number, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { exists, settled } from "../../../network/model/standing";
import { asnOf } from "./gateways";
import { type HubConnection, type HubLink, hubConnections } from "./hub-connections";
import { insideOf } from "./inside";
import { ikeVersions, proposals } from "./proposals";
import { spaceOf } from "./remote-ranges";
import type { AzureResources } from "./resources";

/** One end for each link of a hub's connection to a site; both instances of the gateway may use it, but one has the peer's /30. */
export function hubTunnelEnds(resources: AzureResources): TunnelEndFact[] {
  return hubConnections(resources).flatMap((connection) =>
    connection.links.map((link) => endOf(resources, connection, link)),
  );
}

function endOf(resources: AzureResources, connection: HubConnection, link: HubLink): TunnelEndFact {
  const { from, gateway, site } = connection;
  const { at, tunnel, line } = link;
  // A site from before it had lines calls its BGP the same.
  const said = (property: string): string | undefined => (line === undefined ? undefined : line + property);
  const word = (property: string) => {
    const path = said(property);
    return path === undefined ? UNKNOWN : text(site?.props, path);
  };
  const asn = said("bgpProperties.asn");
  const peerAddress = word("bgpProperties.bgpPeeringAddress") ?? UNKNOWN;
  const ike = ikeVersions(text(from.props, `${at}vpnConnectionProtocolType`));
  const sends = site && spaceOf(site, "addressSpace");
  const behind = site?.propertyDependencies[line === "" ? "ipAddress" : "vpnSiteLinks"];
  return {
    urn: from.urn,
    tunnel,
    cloud: "azure",
    ...(gateway ? { gateway: gateway.urn } : {}),
    ...insideOf(list(from.props, `${at}vpnGatewayCustomBgpAddresses`), gateway, peerAddress),
    peerAddress,
    peerOutside: word("ipAddress") ?? UNKNOWN,
    ...(gateway ? { outsideFrom: [gateway.urn] } : {}),
    ...(behind ? { peerOutsideFrom: behind } : {}),
    asn: gateway ? asnOf(gateway) : UNKNOWN,
    peerAsn: (asn === undefined ? undefined : number(site?.props, asn)) ?? UNKNOWN,
    ...(ike === undefined ? {} : { ike }),
    ...proposals(list(from.props, `${at}ipsecPolicies`)),
    bgp: sessionOf(connection, link),
    ...(sends === undefined ? {} : { sends }),
    ...presence(resources, connection),
    origin: { urn: from.urn, property: `${at}ipsecPolicies` },
  };
}

/** BGP is switched on at the link, and the site must be known by its address and ASN. */
function sessionOf({ from, site }: HubConnection, { at, line }: HubLink): OrUnknown<boolean> {
  const on = flag(from.props, `${at}enableBgp`) ?? false;
  if (on === false) return false;
  const settings = line === undefined ? UNKNOWN : valueAt(site?.props, `${line}bgpProperties`);
  if (isUnknown(on) || isUnknown(settings)) return UNKNOWN;
  return settings !== undefined;
}

/** As of a connection of a VNet's gateway; links are changed all together. */
function presence(resources: AzureResources, { from, site }: HubConnection): Pick<TunnelEndFact, "present"> {
  if (from.type.endsWith(":VpnGateway") || !exists(from, "name")) return {};
  const stays = (resource: Resource | undefined, property: string) =>
    resource === undefined || settled(resources.byUrn, resource, property);
  const parts: [TunnelPart, boolean][] = [
    ["key", stays(from, "vpnLinkConnections")],
    ["gateway", stays(from, "gatewayName")],
    ["peer", stays(from, "remoteVpnSite") && stays(site, "vpnSiteLinks")],
  ];
  return { present: { changing: parts.filter(([, same]) => !same).map(([part]) => part) } };
}
