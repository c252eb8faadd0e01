import type { Dump } from "./dumps";
import { type Mutation, withValue } from "./mutation";

/** Properties that say nothing of a network: names for people, and marks for bills. */
const REMARKS: readonly [property: string, value: unknown, types: RegExp][] = [
  [
    "description",
    "mutated",
    /:(SecurityGroup|SecurityGroupIngressRule|Network|Subnetwork|Firewall|Router|VPNTunnel)$/,
  ],
  [
    "tags",
    { mutated: "yes" },
    /^(aws:ec2|aws:eks|aws:ec2transitgateway|azure-native:network|azure-native:containerservice)/,
  ],
  ["labels", { mutated: "yes" }, /^gcp:compute\/(vPNTunnel|externalVpnGateway|address):/],
  ["resourceLabels", { mutated: "yes" }, /^gcp:container\/cluster:/],
];

/** Changes after which a sound stack is as sound as before: of each type the first, of each remark. No rule may say anything new. */
export function harmlessIn({ name: base, resources }: Dump): Mutation[] {
  const types = new Map(
    resources.filter(({ custom }) => custom).map((resource) => [resource.type, resource]),
  );
  return [...types.values()].flatMap((resource) =>
    REMARKS.filter(([, , types]) => types.test(resource.type)).map(([property, value]) => ({
      name: `${base}: another ${property} of ${resource.name} (${resource.type})`,
      base,
      expect: [],
      resources: withValue(resources, resource, property, value),
    })),
  );
}
