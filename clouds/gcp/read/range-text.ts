import { text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { TYPES } from "./types";

/** Before the id of an internal range, where a subnet names it. */
const SERVICE = /^(https:\/\/)?networkconnectivity\.googleapis\.com\/(v\w+\/)?/;

/**
 * The range of a subnet, or of one of its secondary ranges, whose properties begin with `at`: as it is written, else that of the internal
 * range which it is taken from.
 */
export function rangeText(resources: ResourceIndex, subnet: Resource, at: string): OrUnknown<string> {
  const own = text(subnet.props, `${at}ipCidrRange`);
  if (own !== undefined && own !== "" && !isUnknown(own)) return own;
  const reserved = text(subnet.props, `${at}reservedInternalRange`);
  if (reserved === undefined || reserved === "") return UNKNOWN;
  const range = internalRange(resources, subnet, at.split(".")[0] || "reservedInternalRange", reserved);
  return text(range?.props, "ipCidrRange") || UNKNOWN;
}

/** By id; while that is unknown by what the property depends on, if that names but one. */
function internalRange(
  resources: ResourceIndex,
  subnet: Resource,
  property: string,
  reserved: OrUnknown<string>,
): Resource | undefined {
  if (!isUnknown(reserved)) {
    const id = reserved.replace(SERVICE, "");
    return resources.ofType(TYPES.internalRange).find((range) => range.id === id);
  }
  const depended = resources.referredAll(subnet, property, TYPES.internalRange);
  return depended.length === 1 ? depended[0] : undefined;
}
