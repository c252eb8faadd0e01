import { text } from "../../network/model/property";
import { isKnown, type Resource } from "../../network/model/resource";
import type { MemberPlan } from "../../network/plan/shape";
import { type Finding, missing, ok, unknown } from "./finding";

/** A cluster's API server, as a state tells it. */
export interface Endpoint {
  /** Logical name of the cluster. */
  cluster: string;
  host: string;
  port: number;
}

/** Property that holds the address, by the cluster's type; of several the first that is set. */
const ADDRESSES: { type: RegExp; properties: string[] }[] = [
  { type: /^aws:eks\/cluster:Cluster$/, properties: ["endpoint"] },
  { type: /^gcp:container\/cluster:Cluster$/, properties: ["endpoint"] },
  {
    type: /^azure-native:containerservice(\/v\w+)?:ManagedCluster$/,
    properties: ["privateFQDN", "fqdn"],
  },
];

/** The API servers of the clusters in a state; one that is not made yet has no address. */
export function endpointsIn(resources: Resource[]): Endpoint[] {
  return resources.flatMap(({ type, name, props }): Endpoint[] => {
    const properties = ADDRESSES.find((one) => one.type.test(type))?.properties ?? [];
    const address = properties
      .map((property) => text(props, property))
      .find((value) => value && isKnown(value));
    if (typeof address !== "string") return [];
    const url = address.includes("://") ? address : `https://${address}`;
    if (!URL.canParse(url)) return [];
    const { hostname, port } = new URL(url);
    return [{ cluster: name, host: hostname, port: Number(port || 443) }];
  });
}

/** What a connection to an endpoint came to: nothing, or why it failed. */
export type Reached = Map<Endpoint, string | undefined>;

/** Whether charts can be installed in the clusters from here. */
export function clusterApis(members: MemberPlan[], reached: Reached | undefined): Finding[] {
  const tried = [...(reached ?? [])].map(
    ([{ cluster, host, port }, failure]): Finding => ({
      check: "cluster-api",
      subject: cluster,
      mandatory: true,
      ...(failure === undefined
        ? ok(`${host}:${port} answers`)
        : missing(
            `${host}:${port} does not answer: ${failure}`,
            "run the update inside that network, or name this machine's address in api.access",
          )),
    }),
  );
  const known = new Set(tried.map(({ subject }) => subject));
  const others = members.filter(({ cloud, name }) => cloud !== "site" && !known.has(name));
  return [
    ...tried,
    ...others.map(
      ({ name, api }): Finding => ({
        check: "cluster-api",
        subject: name,
        mandatory: false,
        ...(api.access.length === 0
          ? unknown(
              "private endpoint only: charts can be installed only from inside its network",
              "run the update there, or name others in api.access",
            )
          : unknown(
              `open to ${api.access.join(", ")}`,
              "compare with this machine's address; once it is made, `isthmus doctor --reach --from STATE` tries it",
            )),
      }),
    ),
  ];
}
