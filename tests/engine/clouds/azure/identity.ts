import { digestOf, guid } from "../digest";
import { type Properties, text } from "../properties";
import type { Making, TypeDescriptor, Use } from "../type-descriptor";

/** The subscription of a provider that names none. */
const EXAMPLE_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

export function subscriptionOf(provider: Properties): string {
  return text(provider, "subscriptionId") || EXAMPLE_SUBSCRIPTION;
}

/** The directory that a subscription trusts. */
export function tenantOf(provider: Properties): string {
  return text(provider, "tenantId") || guid(digestOf("tenant", subscriptionOf(provider)));
}

export function groupId({ inputs, provider }: Pick<Making, "inputs" | "provider">): string {
  return `/subscriptions/${subscriptionOf(provider)}/resourceGroups/${text(inputs, "resourceGroupName")}`;
}

/** All that a resource group holds goes with it ("Delete resource group", Azure Resource Manager, 2026). */
export const GROUP: Use = {
  types: ["azure-native:resources:ResourceGroup"],
  by: "name",
  bond: "owned",
};

/** A kind of resource in a resource group. */
export interface Placed extends Omit<TypeDescriptor, "id" | "autoname" | "withheld"> {
  /** `Microsoft.Network/virtualNetworks` */
  kind: string;
  /** Input that holds the name. */
  name: string;
  /** Longest name. */
  longest?: number;
}

/**
 * Its descriptor: the id says where it is, the parts of the id are inputs only, and a change of any makes another resource
 * (pulumi-azure-native, `provider/pkg/gen/schema.go`: path parameters force replacement, as does a location that cannot be updated).
 */
export function placed({ kind, name, longest, ...rest }: Placed): TypeDescriptor {
  return {
    ...rest,
    autoname: { property: name, ...(longest === undefined ? {} : { longest }) },
    id: (making) => `${groupId(making)}/providers/${kind}/${text(making.inputs, name)}`,
    withheld: ["resourceGroupName", name],
    immutable: ["resourceGroupName", name, "location", ...(rest.immutable ?? [])],
    uses: { resourceGroupName: GROUP, ...rest.uses },
    computed: (made) => ({
      name: text(made.inputs, name),
      type: kind,
      azureApiVersion: "2024-05-01",
      etag: `W/"${guid(made.digest("etag"))}"`,
      provisioningState: "Succeeded",
      ...rest.computed?.(made),
    }),
  };
}
