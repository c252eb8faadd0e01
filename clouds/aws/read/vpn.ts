import type { GatewayFact, ProposalFact, TunnelEndFact, TunnelPart } from "../../../network/model/network";
import { flag, list, number, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isKnown, isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { exists, settled } from "../../../network/model/standing";
import { ENCRYPTIONS, IKE_VERSIONS, INTEGRITIES } from "../ciphers";
import { gatewayDestinations } from "./attachments";
import { insideAddresses } from "./inside";
import { isOf, tableJoins } from "./table-joins";
import { transitSettings } from "./transit";
import { ofTypes, referredOf, regionOf, TYPES, vpcOf } from "./types";

/** Amazon's side where none is given (EC2 API model, `CreateTransitGateway` and `CreateVpnGateway`, 2026-08). */
const DEFAULT_ASN = 64512;

/** The peer's where none is given (EC2 API model, `CreateCustomerGateway`, 2026-08). */
const DEFAULT_PEER_ASN = 65000;

/** Transit and VPN gateways with the VPCs attached to them. */
export function readGateways(resources: ResourceIndex): GatewayFact[] {
  return ofTypes(resources, TYPES.transitGateway, TYPES.vpnGateway).map((gateway) => ({
    urn: gateway.urn,
    cloud: "aws",
    region: regionOf(resources, gateway),
    networks: networksOf(resources, gateway),
    asn: number(gateway.props, "amazonSideAsn") ?? DEFAULT_ASN,
    settings: transitSettings(resources, gateway),
    origin: { urn: gateway.urn, property: "amazonSideAsn" },
  }));
}

function networksOf(resources: ResourceIndex, gateway: Resource): string[] {
  const attachments = [
    ...attachedTo(resources, gateway, TYPES.vpcAttachment, "transitGatewayId"),
    ...attachedTo(resources, gateway, TYPES.vpnGatewayAttachment, "vpnGatewayId"),
    // A VPN gateway may name its VPC itself.
    gateway,
  ];
  const networks = attachments.map((attachment) => vpcOf(resources, attachment));
  return [...new Set(networks.filter((network) => network !== undefined))].sort();
}

/** The VPCs behind the gateway that a connection ends at. */
export function networksOfConnection(resources: ResourceIndex, connection: Resource): string[] {
  const gateway =
    referredOf(resources, connection, "transitGatewayId", TYPES.transitGateway) ??
    referredOf(resources, connection, "vpnGatewayId", TYPES.vpnGateway);
  return gateway ? networksOf(resources, gateway) : [];
}

function attachedTo(resources: ResourceIndex, gateway: Resource, type: string, property: string): Resource[] {
  return resources
    .ofType(type)
    .filter((attachment) => referredOf(resources, attachment, property, gateway.type) === gateway);
}

/** The two tunnels of every VPN connection. */
export function readTunnelEnds(resources: ResourceIndex): TunnelEndFact[] {
  const ordinalOf = new Map<string, number>();
  const connections = [...ofTypes(resources, TYPES.vpnConnection)].sort((one, other) =>
    one.urn < other.urn ? -1 : 1,
  );
  return connections.flatMap((connection) => {
    const gateway =
      referredOf(resources, connection, "transitGatewayId", TYPES.transitGateway) ??
      referredOf(resources, connection, "vpnGatewayId", TYPES.vpnGateway);
    const peer = referredOf(resources, connection, "customerGatewayId", TYPES.customerGateway);
    const peerAsn = peerAsnOf(peer);
    const routing = routingOf(resources, connection, gateway);
    // Every tunnel has an outside address of its own. As in a plan they are counted for each peer of a gateway.
    const pair = `${gateway?.urn} ${isUnknown(peerAsn) ? "" : peerAsn}`;
    const ordinal = ordinalOf.get(pair) ?? 0;
    ordinalOf.set(pair, ordinal + 1);
    return [1, 2].map((tunnel): TunnelEndFact => {
      const prefix = `tunnel${tunnel}`;
      return {
        urn: connection.urn,
        tunnel,
        cloud: "aws",
        gateway: gateway?.urn,
        interface: ordinal * 2 + tunnel - 1,
        ...insideAddresses(connection.props, prefix),
        asn: gateway ? (number(gateway.props, "amazonSideAsn") ?? DEFAULT_ASN) : UNKNOWN,
        peerAsn,
        peerOutside: text(peer?.props, "ipAddress"),
        outsideFrom: [connection.urn],
        ...(peer?.propertyDependencies.ipAddress
          ? { peerOutsideFrom: peer.propertyDependencies.ipAddress }
          : {}),
        ike: ikeVersions(connection.props, `${prefix}IkeVersions`),
        phase1: proposal(connection.props, `${prefix}Phase1`),
        phase2: withoutIntegrity(proposal(connection.props, `${prefix}Phase2`)),
        ...presence(resources, connection, prefix),
        ...routing,
        origin: { urn: connection.urn, property: `${prefix}InsideCidr` },
      };
    });
  });
}

/** How what a connection's tunnels carry is routed: by BGP, or by routes that somebody wrote. */
function routingOf(
  resources: ResourceIndex,
  connection: Resource,
  gateway: Resource | undefined,
): Pick<TunnelEndFact, "bgp" | "lookedUp" | "learned" | "sends"> {
  const fixed = flag(connection.props, "staticRoutesOnly") ?? false;
  const sends = resources
    .ofType(TYPES.vpnConnectionRoute)
    .filter((route) => referredOf(resources, route, "vpnConnectionId", TYPES.vpnConnection) === connection)
    .map((route) => text(route.props, "destinationCidrBlock") ?? UNKNOWN);
  const ofGateway = gatewayRoutesTo(resources, connection);
  const all = [...sends, ...ofGateway];
  const told = all.length === 0 ? {} : { sends: all.some(isUnknown) ? UNKNOWN : all.filter(isKnown) };
  const bgp = isUnknown(fixed) ? UNKNOWN : !fixed;
  if (gateway?.type !== TYPES.transitGateway) return { bgp, ...told };
  const joins = tableJoins(resources, gateway, [connection]);
  return { bgp, lookedUp: joins.associated, learned: joins.propagated, ...told };
}

/** Static routes of a transit gateway's table into a connection. */
function gatewayRoutesTo(resources: ResourceIndex, connection: Resource): OrUnknown<string>[] {
  return ofTypes(resources, TYPES.gatewayRoute, TYPES.gatewayPrefixes)
    .filter((route) => isOf(route, [connection]))
    .flatMap((route) => gatewayDestinations(resources, route));
}

/**
 * By the connection's ARN, which AWS alone tells. Keys and both gateways change in place (terraform-provider-aws,
 * `internal/service/ec2/vpnsite_connection.go` @ 050ac11).
 */
function presence(
  resources: ResourceIndex,
  connection: Resource,
  prefix: string,
): Pick<TunnelEndFact, "present"> {
  if (!exists(connection, "arn")) return {};
  const find = (urn: string) => resources.get(urn);
  const parts: [TunnelPart, string][] = [
    ["key", `${prefix}PresharedKey`],
    ["gateway", "transitGatewayId"],
    ["gateway", "vpnGatewayId"],
    ["peer", "customerGatewayId"],
  ];
  const changing = parts.filter(([, property]) => !settled(find, connection, property));
  return { present: { changing: [...new Set(changing.map(([part]) => part))] } };
}

function peerAsnOf(peer: Resource | undefined): OrUnknown<number> {
  if (!peer) return UNKNOWN;
  return number(peer.props, "bgpAsn") ?? number(peer.props, "bgpAsnExtended") ?? DEFAULT_PEER_ASN;
}

function proposal(props: unknown, prefix: string): ProposalFact {
  return {
    encryption: algorithms(props, `${prefix}EncryptionAlgorithms`, ENCRYPTIONS),
    integrity: algorithms(props, `${prefix}IntegrityAlgorithms`, INTEGRITIES),
    groups: groups(props, `${prefix}DhGroupNumbers`),
  };
}

/** ESP with AES-GCM checks integrity itself. In IKE the same list names the pseudo-random function, which it needs. */
function withoutIntegrity(phase2: ProposalFact): ProposalFact {
  const { encryption } = phase2;
  if (encryption === undefined || isUnknown(encryption)) return phase2;
  return encryption.every((name) => name.includes("gcm")) ? { ...phase2, integrity: [] } : phase2;
}

/** In the field's names; one that AWS had not when the table was written stays as it is, in lower case. */
function algorithms(
  props: unknown,
  property: string,
  names: Record<string, string>,
): OrUnknown<string[]> | undefined {
  const words = offered(texts(props, property));
  return words === undefined || isUnknown(words)
    ? words
    : words.map((word) => names[word] ?? word.toLowerCase());
}

function ikeVersions(props: unknown, property: string): OrUnknown<number[]> | undefined {
  const words = offered(texts(props, property));
  if (words === undefined || isUnknown(words)) return words;
  const versions = words.map((word) => IKE_VERSIONS[word]);
  return versions.every((version) => version !== undefined) ? versions : UNKNOWN;
}

/** Groups by number; some programs write them as text. */
function groups(props: unknown, property: string): OrUnknown<number[]> | undefined {
  const values = offered(list(props, property));
  if (values === undefined || isUnknown(values)) return values;
  const numbers = values.map((_, index) => number(props, `${property}.${index}`));
  return numbers.every((value) => typeof value === "number") ? numbers : UNKNOWN;
}

/** The provider takes an empty list for none given. */
function offered<T>(values: OrUnknown<T[]> | undefined): OrUnknown<T[]> | undefined {
  return Array.isArray(values) && values.length === 0 ? undefined : values;
}
