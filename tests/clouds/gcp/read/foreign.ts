import { readGcp } from "../../../../clouds/gcp/read";
import { TYPES } from "../../../../clouds/gcp/read/types";
import type { Network } from "../../../../network/model/network";
import { type Resource, UNKNOWN } from "../../../../network/model/resource";
import { ResourceIndex } from "../../../../network/model/resource-index";

/** Somebody's resources: name, type, properties, and what each property depends on, by name. */
export type Given = [
  name: string,
  type: string,
  props: Record<string, unknown>,
  refers?: Record<string, string>,
];

/** What is read of them. */
export function read(...given: Given[]): Network {
  const urns = new Map(given.map(([name, type]) => [name, `urn:pulumi:dev::foreign::${type}::${name}`]));
  const resources = given.map(
    ([name, type, props, refers = {}]): Resource => ({
      urn: urns.get(name) ?? "",
      type,
      name,
      custom: true,
      props,
      dependencies: [],
      propertyDependencies: Object.fromEntries(
        Object.entries(refers).map(([property, target]) => [property, [urns.get(target) ?? ""]]),
      ),
    }),
  );
  return readGcp(new ResourceIndex(resources));
}

export const NETWORK: Given = ["net", TYPES.network, { autoCreateSubnetworks: false }];
export const SUBNET: Given = [
  "subnet",
  TYPES.subnet,
  {
    network: UNKNOWN,
    ipCidrRange: "10.0.0.0/20",
    secondaryIpRanges: [
      { rangeName: "a", ipCidrRange: "10.4.0.0/14" },
      { rangeName: "b", ipCidrRange: "10.8.0.0/20" },
      { rangeName: "c", ipCidrRange: "10.9.0.0/20" },
    ],
  },
  { network: "net" },
];

export function cluster(
  props: Record<string, unknown>,
  refers: Record<string, string> = { subnetwork: "subnet" },
): Given {
  return ["gke", TYPES.cluster, { location: "europe-west3-a", ...props }, refers];
}
