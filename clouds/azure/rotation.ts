import type { RotationFacts } from "../../network/link/rotation";
import { resourceName } from "./names";

/**
 * A connection's key is a property of it that can be set ("Virtual Network Gateway Connections - Set Shared Key", Azure REST API,
 * 2023-09-01). How long Azure takes for it was not found in a document.
 */
export const azureRotation: RotationFacts = {
  how: "in place",
  says: "sets the connection's key; the tunnel is down until the other end has the same one",
  resources: (_link, tunnel) => [
    {
      type: "azure-native:network:VirtualNetworkGatewayConnection",
      name: resourceName(tunnel.keyOf ?? tunnel.name, "connection"),
    },
  ],
};
