import type { KeyFact } from "../../../network/model/key";
import { keyFact } from "../../tunnel-key";
import { hubConnections } from "./hub-connections";
import type { AzureResources } from "./resources";

/** Keys of connections: one for all tunnels of each. Where a program gives none, Azure makes it. */
export function readKeys(resources: AzureResources): KeyFact[] {
  const find = (urn: string) => resources.byUrn(urn);
  const ofVnets = resources
    .ofKind("network:VirtualNetworkGatewayConnection")
    .flatMap(
      (connection) => keyFact(connection, { cloud: "azure", tunnel: 1, property: "sharedKey" }, find) ?? [],
    );
  const ofHubs = hubConnections(resources).flatMap(({ from, links }) =>
    links.flatMap(
      ({ at, tunnel }) => keyFact(from, { cloud: "azure", tunnel, property: `${at}sharedKey` }, find) ?? [],
    ),
  );
  return [...ofVnets, ...ofHubs];
}
