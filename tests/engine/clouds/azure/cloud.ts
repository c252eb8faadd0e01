import type { Cloud } from "../cloud";
import { ACCESS_TYPES } from "./access";
import { CLUSTER_TYPES } from "./cluster";
import { GATEWAY_TYPES } from "./gateway";
import { LOOKUPS } from "./lookups";
import { NETWORK_TYPES } from "./network";

/** Azure as azure-native 3 shows it. */
export const AZURE: Cloud = {
  package: "azure-native",
  // Configure answers that it previews and names, and nothing of secrets (pulumi-azure-native, `provider/pkg/provider/provider.go`).
  acceptsSecrets: false,
  notes: "createBeforeDelete",
  types: { ...NETWORK_TYPES, ...GATEWAY_TYPES, ...CLUSTER_TYPES, ...ACCESS_TYPES },
  other: () => ({ id: ({ digest }) => `/providers/example/${digest("id").slice(0, 16)}` }),
  // Eight characters without a dash (pulumi-azure-native, `provider/pkg/provider/provider.go`, getDefaultName).
  autoname: (logical, random) => `${logical}${random.slice(0, 8)}`,
  immutable: [],
  follows: [],
  // The rest is unknown until it is made (pulumi-azure-native, `provider/pkg/provider/provider.go` @ 006a62a, Update).
  knownInPreview: ["name", "location"],
  refusals: {
    // pulumi-azure-native#1123
    taken: (_type, key) => `cannot create already existing resource '${key}'`,
    missing: (type, path, value) =>
      type === "azure-native:resources:ResourceGroup"
        ? `Status=404 Code="ResourceGroupNotFound" Message="Resource group '${value}' could not be found."`
        : `Status=400 Code="InvalidResourceReference" Message="Resource ${value} referenced by ${path} was not found."`,
    inUse: (object, user) =>
      `Status=400 Code="${inUseCode(object.type)}" Message="${lastPart(object.type)} ${object.id} is in use by ${user.id} and cannot be deleted."`,
    gone: (_type, id) => `Status=404 Code="ResourceNotFound" Message="The Resource '${id}' was not found."`,
    fixed: (path) =>
      `Status=400 Code="PropertyChangeNotAllowed" Message="Changing property '${path}' is not allowed."`,
    fault: (_type, name) => `Status=500 Code="InternalServerError" Message="An error occurred. (${name})"`,
  },
  functions: LOOKUPS,
};

function inUseCode(type: string): string {
  return lastPart(type) === "Subnet" ? "InUseSubnetCannotBeDeleted" : `InUse${lastPart(type)}CannotBeDeleted`;
}

function lastPart(type: string): string {
  return type.split(":").at(-1) ?? type;
}
