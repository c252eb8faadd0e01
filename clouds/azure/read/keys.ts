import type { KeyFact } from "../../../network/model/key";
import { keyFact } from "../../tunnel-key";
import type { AzureResources } from "./resources";

/** Keys of connections: one for all tunnels of each. Where a program gives none, Azure makes it. */
export function readKeys(resources: AzureResources): KeyFact[] {
  const find = (urn: string) => resources.byUrn(urn);
  return resources
    .ofKind("network:VirtualNetworkGatewayConnection")
    .flatMap(
      (connection) => keyFact(connection, { cloud: "azure", tunnel: 1, property: "sharedKey" }, find) ?? [],
    );
}
