import type { Cloud } from "../cloud";
import type { CloudObject } from "../journal";
import type { Properties } from "../properties";
import type { TypeDescriptor } from "../type-descriptor";
import { CLUSTER_TYPES } from "./cluster";
import { GATEWAY_TYPES } from "./gateway";
import { regionOf } from "./identity";
import { LOAD_BALANCER_TYPES } from "./load-balancer";
import { LOOKUPS } from "./lookups";
import { NETWORK_TYPES } from "./network";
import { SECURITY_TYPES } from "./security";
import { SHARING_TYPES } from "./sharing";

/** AWS as pulumi-aws 7 shows it. */
export const AWS: Cloud = {
  package: "aws",
  // Configure answers neither that it accepts secrets nor resources (pulumi-terraform-bridge, `pkg/tfbridge/provider.go`, 2026).
  acceptsSecrets: false,
  notes: "defaults",
  types: located({
    ...NETWORK_TYPES,
    ...SECURITY_TYPES,
    ...GATEWAY_TYPES,
    ...CLUSTER_TYPES,
    ...LOAD_BALANCER_TYPES,
    ...SHARING_TYPES,
  }),
  other: () => ({ id: ({ digest }) => `aws-${digest("id").slice(0, 17)}` }),
  // A dash and seven hexadecimal digits (pulumi-terraform-bridge, `pkg/tfbridge/names.go`, AutoName).
  autoname: (logical, random) => `${logical}-${random.slice(0, 7)}`,
  // Each resource's region (terraform-provider-aws 6.0, "Enhanced region support": changing it forces a new resource).
  immutable: ["region"],
  follows: ["tagsAll"],
  refusals: {
    taken: (type, key) => `creating ${lastPart(type)}: ${duplicateCode(type)}: ${key} already exists`,
    missing: (type, path, value) =>
      `${path}: Invalid${lastPart(type)}ID.NotFound: The ${lastPart(type)} '${value}' does not exist`,
    inUse: (object: CloudObject, user: CloudObject) =>
      `deleting ${lastPart(object.type)} (${object.id}): DependencyViolation: ${object.id} has a dependent object: ${user.id} (${user.type})`,
    gone: (type, id) => `updating ${lastPart(type)} (${id}): Invalid${lastPart(type)}ID.NotFound`,
    fault: (type, name) =>
      `creating ${lastPart(type)} (${name}): operation error: StatusCode: 500, InternalError: An internal error has occurred`,
  },
  functions: LOOKUPS,
};

/** `Vpc` of `aws:ec2/vpc:Vpc`. */
function lastPart(type: string): string {
  return type.split(":").at(-1) ?? type;
}

function duplicateCode(type: string): string {
  if (type === "aws:ec2/route:Route") return "RouteAlreadyExists";
  if (type.startsWith("aws:iam/")) return "EntityAlreadyExists";
  if (type.startsWith("aws:eks/")) return "ResourceInUseException";
  if (type.startsWith("aws:vpc/")) return "InvalidPermission.Duplicate";
  return `Duplicate${lastPart(type)}`;
}

/** Every resource but IAM's has its region as an output; what can be tagged has all its tags. */
function located(types: Record<string, TypeDescriptor>): Record<string, TypeDescriptor> {
  return Object.fromEntries(
    Object.entries(types).map(([type, descriptor]) => [
      type,
      {
        ...descriptor,
        computed: (made) => ({
          ...(type.startsWith("aws:iam/") ? {} : { region: regionOf(made) }),
          ...(made.inputs.tags === undefined ? {} : { tagsAll: tagsOf(made.inputs) }),
          ...descriptor.computed?.(made),
        }),
      },
    ]),
  );
}

function tagsOf({ tags }: Properties): unknown {
  return tags;
}
