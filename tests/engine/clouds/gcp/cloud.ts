import type { Cloud } from "../cloud";
import { ACCESS_TYPES } from "./access";
import { CLUSTER_TYPES } from "./cluster";
import { GATEWAY_TYPES } from "./gateway";
import { LOOKUPS } from "./lookups";
import { NETWORK_TYPES } from "./network";

/** Google Cloud as pulumi-gcp 9 shows it. */
export const GCP: Cloud = {
  package: "gcp",
  // As every provider over the Terraform bridge (pulumi-terraform-bridge, `pkg/tfbridge/provider.go`, Configure, 2026).
  acceptsSecrets: false,
  notes: "defaults",
  types: { ...NETWORK_TYPES, ...GATEWAY_TYPES, ...CLUSTER_TYPES, ...ACCESS_TYPES },
  other: () => ({ id: ({ digest }) => `gcp-${digest("id").slice(0, 16)}` }),
  // Lowercase, a dash and seven hexadecimal digits (pulumi-gcp, `provider/resources.go`, gcpAutoName).
  autoname: (logical, random) => `${logical.toLowerCase()}-${random.slice(0, 7)}`,
  immutable: ["project"],
  follows: ["effectiveLabels", "pulumiLabels"],
  refusals: {
    taken: (_type, key) => `googleapi: Error 409: The resource '${key}' already exists, alreadyExists`,
    missing: (_type, path, value) =>
      `googleapi: Error 404: ${path}: The resource '${value}' was not found, notFound`,
    inUse: (object, user) =>
      `googleapi: Error 400: The resource '${object.id}' is already being used by '${user.id}', resourceInUseByAnotherResource`,
    gone: (_type, id) => `googleapi: Error 404: The resource '${id}' was not found, notFound`,
    fault: (_type, name) =>
      `googleapi: Error 503: Internal error. Please try again or contact Google Support. (${name}), backendError`,
  },
  functions: LOOKUPS,
};
