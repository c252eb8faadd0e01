import { list, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { TYPES } from "./types";

/**
 * Ranges of the managed prefix list of an id that `property` of a resource holds. UNKNOWN where the list is AWS's own or made
 * elsewhere, and where nothing here is in it: then somebody else fills it.
 */
export function prefixesOf(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  id: OrUnknown<string>,
): OrUnknown<string[]> {
  const found = listOf(resources, from, property, id);
  if (!found) return UNKNOWN;
  const entries = [...inlineEntries(found), ...ownEntries(resources, found)];
  const known = entries.filter((entry): entry is string => !isUnknown(entry));
  return entries.length === 0 || known.length < entries.length ? UNKNOWN : known;
}

/** Ranges of several prefix lists; UNKNOWN as a whole where those of one are. */
export function prefixesOfAll(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  ids: OrUnknown<unknown[]>,
): OrUnknown<string[]> {
  if (isUnknown(ids)) return UNKNOWN;
  const all = ids.map((id) => prefixesOf(resources, from, property, typeof id === "string" ? id : UNKNOWN));
  const known = all.filter((one): one is string[] => !isUnknown(one));
  return known.length < all.length ? UNKNOWN : known.flat();
}

/** By id; while that is unknown by what the property depends on, if that names but one list. */
function listOf(
  resources: ResourceIndex,
  from: Resource,
  property: string,
  id: OrUnknown<string>,
): Resource | undefined {
  if (!isUnknown(id)) {
    const byId = resources.ofType(TYPES.prefixList).find((one) => one.id === id);
    if (byId) return byId;
  }
  const depended = resources.referredAll(from, property, TYPES.prefixList);
  return depended.length === 1 ? depended[0] : undefined;
}

function inlineEntries(found: Resource): OrUnknown<string>[] {
  const entries = list(found.props, "entries") ?? [];
  if (isUnknown(entries)) {
    // In a preview the provider calls unknown also what nobody wrote, since EC2 tells entries that are resources of their own too.
    return (found.propertyDependencies.entries ?? []).length === 0 ? [] : [UNKNOWN];
  }
  return entries.map((entry) => text(entry, "cidr") ?? UNKNOWN);
}

function ownEntries(resources: ResourceIndex, found: Resource): OrUnknown<string>[] {
  return resources
    .ofType(TYPES.prefixListEntry)
    .filter((entry) => resources.referred(entry, "prefixListId", TYPES.prefixList) === found)
    .map((entry) => text(entry.props, "cidr") ?? UNKNOWN);
}
