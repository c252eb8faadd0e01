import type { TunnelEndFact, TunnelPart } from "../../../network/model/network";
import { flag, list, number, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { exists, settled } from "../../../network/model/standing";
import { asnOf } from "./gateways";
import { hubTunnelEnds } from "./hub-tunnels";
import { insideOf } from "./inside";
import { ikeVersions, proposals } from "./proposals";
import { spaceOf } from "./remote-ranges";
import { type AzureResources, referred } from "./resources";

/** One end for each connection to a peer; in an active-active gateway both instances may use it, but one has the peer's /30. */
export function readTunnelEnds(resources: AzureResources): TunnelEndFact[] {
  return [
    ...resources
      .ofKind("network:VirtualNetworkGatewayConnection")
      .filter((connection) => text(connection.props, "connectionType") !== "ExpressRoute")
      .map((connection) => endOf(resources, connection)),
    ...hubTunnelEnds(resources),
  ];
}

function endOf(resources: AzureResources, connection: Resource): TunnelEndFact {
  const gateway = referred(resources, {
    from: connection,
    path: "virtualNetworkGateway1.id",
    kind: "network:VirtualNetworkGateway",
  });
  const peer = referred(resources, {
    from: connection,
    path: "localNetworkGateway2.id",
    kind: "network:LocalNetworkGateway",
  });
  // What Azure sends to a peer without being told by BGP.
  const sends = peer && spaceOf(peer, "localNetworkAddressSpace");
  const peerAddress = text(peer?.props, "bgpSettings.bgpPeeringAddress") ?? UNKNOWN;
  // Over ExpressRoute there is no IPsec: which of the two it is decides whether any of this holds.
  const isVpn = [text(connection.props, "connectionType"), text(gateway?.props, "gatewayType")];
  const ike = isVpn.some(isUnknown) ? UNKNOWN : ikeVersions(text(connection.props, "connectionProtocol"));
  return {
    urn: connection.urn,
    tunnel: 1,
    cloud: "azure",
    ...(gateway ? { gateway: gateway.urn } : {}),
    ...insideOf(list(connection.props, "gatewayCustomBgpIpAddresses"), gateway, peerAddress),
    peerAddress,
    peerOutside: text(peer?.props, "gatewayIpAddress"),
    ...(gateway
      ? { outsideFrom: [gateway.urn, ...(gateway.propertyDependencies.ipConfigurations ?? [])] }
      : {}),
    ...(peer?.propertyDependencies.gatewayIpAddress
      ? { peerOutsideFrom: peer.propertyDependencies.gatewayIpAddress }
      : {}),
    asn: gateway ? asnOf(gateway) : UNKNOWN,
    peerAsn: number(peer?.props, "bgpSettings.asn") ?? UNKNOWN,
    ...(ike === undefined ? {} : { ike }),
    ...proposals(list(connection.props, "ipsecPolicies")),
    bgp: sessionOf(connection, gateway, peer),
    ...(sends === undefined ? {} : { sends }),
    ...presence(resources, connection, peer),
    origin: { urn: connection.urn, property: "ipsecPolicies" },
  };
}

/**
 * By the connection's name: of all outputs azure-native keeps only that and the location while it previews an update
 * (pulumi-azure-native, `provider/pkg/provider/provider.go` @ 006a62a, `Update`). A peer that moves is told to its local network
 * gateway, which the connection need not notice.
 */
function presence(
  resources: AzureResources,
  connection: Resource,
  peer: Resource | undefined,
): Pick<TunnelEndFact, "present"> {
  if (!exists(connection, "name")) return {};
  const stays = (resource: Resource | undefined, property: string) =>
    resource === undefined || settled(resources.byUrn, resource, property);
  const parts: [TunnelPart, boolean][] = [
    ["key", stays(connection, "sharedKey")],
    ["gateway", stays(connection, "virtualNetworkGateway1.id")],
    ["peer", stays(connection, "localNetworkGateway2.id") && stays(peer, "gatewayIpAddress")],
  ];
  return { present: { changing: parts.filter(([, same]) => !same).map(([part]) => part) } };
}

/**
 * BGP is switched on at the gateway and at the connection, and the peer must be known by its address and ASN. Of a gateway that is
 * made elsewhere, or was not read yet, nobody here sees the switch.
 */
function sessionOf(
  connection: Resource,
  gateway: Resource | undefined,
  peer: Resource | undefined,
): OrUnknown<boolean> {
  const switches = [connection, ...(gateway && "gatewayType" in gateway.props ? [gateway] : [])].map(
    ({ props }) => flag(props, "enableBgp") ?? false,
  );
  if (switches.includes(false)) return false;
  const settings = valueAt(peer?.props, "bgpSettings");
  if (switches.some(isUnknown) || isUnknown(settings)) return UNKNOWN;
  return settings !== undefined && settings !== null;
}
