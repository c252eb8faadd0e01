import type { AttachmentFact, PeeringFact } from "../../../network/model/forwarding";
import { flag } from "../../../network/model/property";
import { gatewaysOfVnets } from "./gateways";
import { hubAttachments } from "./hubs";
import { type AzureResources, referred } from "./resources";

/** A VPN gateway lies in its VNet: it knows the VNet's ranges, and subnets learn from it unless their table says no. */
export function readAttachments(resources: AzureResources): AttachmentFact[] {
  const inVnets = gatewaysOfVnets(resources).flatMap(({ urn, networks }) =>
    networks.map((network) => ({
      urn,
      gateway: urn,
      network,
      lookedUp: true,
      known: true,
      taught: true,
      origin: { urn, property: "ipConfigurations" },
    })),
  );
  return [...inVnets, ...hubAttachments(resources)];
}

/** Halves of VNet peerings (`VirtualNetworkPeeringPropertiesFormat`, Azure Network API, 2024-05-01: access is on where nothing is set). */
export function readPeerings(resources: AzureResources): PeeringFact[] {
  const kind = "network:VirtualNetwork";
  return resources.ofKind("network:VirtualNetworkPeering").map((half): PeeringFact => {
    // An object's own id says where it is, and once it is made nothing else does.
    const place = half.id?.replace(/\/virtualNetworkPeerings\/[^/]+$/i, "");
    const byId = place === undefined ? undefined : resources.withId(place);
    const own = byId ?? referred(resources, { from: half, path: "virtualNetworkName", kind });
    const peer = referred(resources, { from: half, path: "remoteVirtualNetwork.id", kind });
    return {
      urn: half.urn,
      kind: "network-peering",
      cloud: "azure",
      ...(own ? { own: own.urn } : {}),
      ...(peer ? { peer: peer.urn } : {}),
      accepted: flag(half.props, "allowVirtualNetworkAccess") ?? true,
      lendsGateway: flag(half.props, "allowGatewayTransit") ?? false,
      usesGateway: flag(half.props, "useRemoteGateways") ?? false,
      origin: { urn: half.urn },
    };
  });
}
