import type { AgentFact } from "../network/model/network";
import { number, text, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud, Encryption } from "../network/spec/shape";
import type { AgentFacts } from "./facts-of-release";
import { clusterNamed, clusterOf, NETWORK_AGENT, ownAgentOf, unreadReleases } from "./release";

/**
 * Agents of our own component whose release cannot be read: in the first preview of a cluster the engine shows a release as
 * empty, because its provider's kubeconfig is not known yet. A release that can be read speaks for itself.
 */
export function readOwnAgents(resources: ResourceIndex): AgentFacts[] {
  const unread = new Map(unreadReleases(resources).map((release) => [release.parent ?? "", release]));
  return resources.ofType(NETWORK_AGENT).flatMap((component) => {
    const release = unread.get(component.urn);
    return release ? [factsOf(component, release, resources)] : [];
  });
}

/**
 * An agent that knows its own cluster only, with what our component knows of the mesh beyond: its name and number there, and the others.
 */
export function withMesh(agent: AgentFact, release: Resource, resources: ResourceIndex): AgentFact {
  const component = ownAgentOf(release, resources);
  if (!component || agent.clusterName !== "") return agent;
  const { props } = component;
  return {
    ...agent,
    clusterName: text(props, "clusterName") ?? UNKNOWN,
    clusterId: number(props, "clusterId") ?? UNKNOWN,
    peers: peersOf(valueAt(props, "peers")),
  };
}

function factsOf({ urn, props }: Resource, release: Resource, resources: ResourceIndex): AgentFacts {
  const clusterName = text(props, "clusterName") ?? UNKNOWN;
  const cluster =
    clusterOf(release, resources).cluster ??
    (isUnknown(clusterName) ? undefined : clusterNamed(clusterName, resources));
  const datapath = text(props, "datapath") ?? UNKNOWN;
  return {
    agent: {
      urn: release.urn,
      kind: kindOf(text(props, "kind")),
      ...(cluster ? { cluster: cluster.urn } : {}),
      clusterName,
      clusterId: number(props, "clusterId") ?? UNKNOWN,
      version: text(props, "version") ?? UNKNOWN,
      encryption: Object.values(Encryption).find((one) => one === props.encryption) ?? UNKNOWN,
      routing: isUnknown(datapath) ? UNKNOWN : datapath === "overlay" ? "tunnel" : "native",
      mtu: number(props, "mtu") ?? UNKNOWN,
      peers: peersOf(valueAt(props, "peers")),
      // As the values that the component gives (agents/cilium/values.ts).
      strict: false,
      origin: { urn },
    },
    ranges: [
      {
        use: "pods",
        cidr: text(props, "pods") ?? UNKNOWN,
        cloud: Object.values(Cloud).find((one) => one === props.cloud) ?? Cloud.site,
        owner: cluster?.urn ?? urn,
        origin: { urn, property: "pods" },
      },
    ],
  };
}

function kindOf(kind: OrUnknown<string> | undefined): string {
  return kind === undefined || isUnknown(kind) ? "unknown" : kind;
}

function peersOf(value: unknown): OrUnknown<Record<string, string[]>> {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || isUnknown(value)) return UNKNOWN;
  const entries = Object.entries(value).map(([name, addresses]): [string, string[]] => [
    name,
    Array.isArray(addresses) ? addresses.filter((address) => typeof address === "string") : [],
  ]);
  return Object.fromEntries(entries);
}
