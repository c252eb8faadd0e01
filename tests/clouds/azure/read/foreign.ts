import { readAzure } from "../../../../clouds/azure/read";
import type { Network } from "../../../../network/model/network";
import type { Resource } from "../../../../network/model/resource";
import { ResourceIndex } from "../../../../network/model/resource-index";

/** Where somebody's resources are. */
export const GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/theirs/providers";

/** Somebody's resource; `behind`: names of others that a property depends on. */
export function given(
  kind: string,
  name: string,
  props: Resource["props"],
  { id, behind = {} }: { id?: string; behind?: Record<string, string[]> } = {},
): Resource {
  const propertyDependencies = Object.fromEntries(
    Object.entries(behind).map(([property, names]) => [property, names.map(urnOf)]),
  );
  return {
    ...{ urn: urnOf(name), type: `azure-native:${kind}`, name, custom: true, props, propertyDependencies },
    dependencies: Object.values(propertyDependencies).flat(),
    ...(id === undefined ? {} : { id: `${GROUP}/${id}` }),
  };
}

export function urnOf(name: string): string {
  return `urn:pulumi:prod::theirs::azure::${name}`;
}

export function read(...resources: Resource[]): Network {
  return readAzure(new ResourceIndex(resources));
}
