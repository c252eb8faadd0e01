import type { KeyFact } from "../../../network/model/key";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { keyFact } from "../../tunnel-key";
import { TYPES } from "./types";

/** Keys of tunnels. One that is written only (`sharedSecretWo`) stands in no state, and nowhere to be read. */
export function readKeys(resources: ResourceIndex): KeyFact[] {
  const find = (urn: string) => resources.get(urn);
  return resources
    .ofType(TYPES.tunnel)
    .flatMap((tunnel) => keyFact(tunnel, { cloud: "gcp", tunnel: 1, property: "sharedSecret" }, find) ?? []);
}
