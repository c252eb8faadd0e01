import type { ProposalFact, TunnelEndFact, TunnelPart } from "../../../network/model/network";
import { flag, list, number, text, texts, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { exists, settled } from "../../../network/model/standing";
import { ENCRYPTIONS, GROUPS, INTEGRITIES, PROTOCOLS, SAME_AS_MAIN_MODE } from "../ciphers";
import { asnOf } from "./gateways";
import { insideOf } from "./inside";
import { type AzureResources, referred } from "./resources";

/** One end for each connection to a peer; in an active-active gateway both instances may use it, but one has the peer's /30. */
export function readTunnelEnds(resources: AzureResources): TunnelEndFact[] {
  return resources
    .ofKind("network:VirtualNetworkGatewayConnection")
    .filter((connection) => text(connection.props, "connectionType") !== "ExpressRoute")
    .map((connection) => endOf(resources, connection));
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
  const peerAddress = text(peer?.props, "bgpSettings.bgpPeeringAddress") ?? UNKNOWN;
  // Over ExpressRoute there is no IPsec: which of the two it is decides whether any of this holds.
  const isVpn = [text(connection.props, "connectionType"), text(gateway?.props, "gatewayType")];
  const ike = isVpn.some(isUnknown) ? UNKNOWN : ikeVersions(connection);
  return {
    urn: connection.urn,
    tunnel: 1,
    cloud: "azure",
    ...(gateway ? { gateway: gateway.urn } : {}),
    ...insideOf(connection, gateway, peerAddress),
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
    ...proposals(connection),
    bgp: sessionOf(connection, gateway, peer),
    ...sending(peer),
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

/** What Azure sends to a peer without being told by BGP: the address space of its local network gateway. */
function sending(peer: Resource | undefined): Pick<TunnelEndFact, "sends"> {
  const prefixes = texts(peer?.props, "localNetworkAddressSpace.addressPrefixes");
  return prefixes === undefined || (!isUnknown(prefixes) && prefixes.length === 0) ? {} : { sends: prefixes };
}

function ikeVersions(connection: Resource): OrUnknown<number[]> | undefined {
  const protocol = text(connection.props, "connectionProtocol");
  if (protocol === undefined || isUnknown(protocol)) return protocol;
  const version = PROTOCOLS[protocol];
  return version === undefined ? UNKNOWN : [version];
}

/** Without a policy Azure's defaults hold, which include weak ciphers. */
function proposals(connection: Resource): { phase1: ProposalFact; phase2: ProposalFact } {
  const policies = list(connection.props, "ipsecPolicies") ?? [];
  if (!isUnknown(policies) && policies.length === 0) return { phase1: {}, phase2: {} };
  const all = isUnknown(policies) ? [UNKNOWN] : policies;
  return {
    phase1: {
      encryption: combined(all, (policy) => meaning(ENCRYPTIONS, text(policy, "ikeEncryption"))),
      integrity: combined(all, (policy) => meaning(INTEGRITIES, text(policy, "ikeIntegrity"))),
      groups: combined(all, (policy) => meaning(GROUPS, text(policy, "dhGroup"))),
    },
    phase2: {
      encryption: combined(all, (policy) => meaning(ENCRYPTIONS, text(policy, "ipsecEncryption"))),
      integrity: combined(all, (policy) => meaning(INTEGRITIES, text(policy, "ipsecIntegrity"))),
      groups: combined(all, (policy) => meaning(GROUPS, secrecyGroup(policy))),
    },
  };
}

function secrecyGroup(policy: unknown): OrUnknown<string> | undefined {
  const group = text(policy, "pfsGroup");
  return group === SAME_AS_MAIN_MODE ? text(policy, "dhGroup") : group;
}

/** In the field's names; a word that Azure has got since this was written is not judged. */
function meaning<T>(table: Record<string, T>, word: OrUnknown<string> | undefined): OrUnknown<T> {
  if (word === undefined || isUnknown(word) || !Object.hasOwn(table, word)) return UNKNOWN;
  return table[word] as T; // its own, by the line above
}

/** What all policies offer for one role, without what stands for none. */
function combined<T>(policies: unknown[], read: (policy: unknown) => OrUnknown<T>): OrUnknown<T[]> {
  const values = policies.map(read);
  const known = values.filter((value): value is T => !isUnknown(value));
  if (known.length < values.length) return UNKNOWN;
  return [...new Set(known)].filter((value) => value !== "" && value !== 0);
}
