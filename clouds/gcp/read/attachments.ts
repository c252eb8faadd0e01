import type { AttachmentFact, PeeringFact } from "../../../network/model/forwarding";
import { flag } from "../../../network/model/property";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { gatewaysOf, networkOf, TYPES } from "./types";

/** A VPN gateway lies in its VPC: it knows all of it, and all of it learns what the gateway's router learns. */
export function readAttachments(resources: ResourceIndex): AttachmentFact[] {
  return gatewaysOf(resources).flatMap((gateway) => {
    const network = networkOf(resources, gateway);
    if (network === undefined) return [];
    return [
      {
        urn: gateway.urn,
        gateway: gateway.urn,
        network,
        lookedUp: true,
        known: true,
        taught: true,
        origin: { urn: gateway.urn, property: "network" },
      },
    ];
  });
}

/** Halves of VPC peerings; both are off where nothing is set (`NetworkPeering`, Compute API, 2026). */
export function readPeerings(resources: ResourceIndex): PeeringFact[] {
  return resources.ofType(TYPES.networkPeering).map((half): PeeringFact => {
    const own = networkOf(resources, half);
    const peer = resources.referred(half, "peerNetwork", TYPES.network)?.urn;
    return {
      urn: half.urn,
      kind: "network-peering",
      cloud: "gcp",
      ...(own === undefined ? {} : { own }),
      ...(peer === undefined ? {} : { peer }),
      accepted: true,
      lendsGateway: flag(half.props, "exportCustomRoutes") ?? false,
      usesGateway: flag(half.props, "importCustomRoutes") ?? false,
      origin: { urn: half.urn },
    };
  });
}
