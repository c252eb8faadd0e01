import type { KeyFact } from "../../../network/model/key";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { keyFact } from "../../tunnel-key";
import { TYPES } from "./types";

/** Keys that a program gives to tunnels. Where it gives none, AWS makes one for each. */
export function readKeys(resources: ResourceIndex): KeyFact[] {
  const find = (urn: string) => resources.get(urn);
  return resources
    .ofType(TYPES.vpnConnection)
    .flatMap((connection) =>
      [1, 2].flatMap(
        (tunnel) =>
          keyFact(connection, { cloud: "aws", tunnel, property: `tunnel${tunnel}PresharedKey` }, find) ?? [],
      ),
    );
}
