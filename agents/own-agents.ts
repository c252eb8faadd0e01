import type { AgentFact, RangeFact } from "../network/model/network";
import { number, text, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud, Encryption } from "../network/spec/shape";
import type { AgentFacts } from "./facts-of-release";
import { clusterNamed, clusterOf, isRelease, NETWORK_AGENT, ownAgentOf } from "./release";
import { SUBMARINER } from "./submariner/read";

/** What runs an agent on every node. */
const DAEMONS = /^kubernetes:apps\/v\d\w*:DaemonSet$/;

/**
 * Agents of our own component that cannot be read from what it makes: in the first preview of a cluster the engine shows that as
 * empty, because its provider's kubeconfig is not known yet, and of a custom agent nobody knows the chart. An agent that can be read,
 * one of `read`, speaks for itself.
 */
export function readOwnAgents(resources: ResourceIndex, read: readonly AgentFact[]): AgentFacts[] {
  const makers = [
    { type: NETWORK_AGENT, facts: factsOf },
    { type: SUBMARINER, facts: joinerOf },
  ];
  if (makers.every(({ type }) => resources.ofType(type).length === 0)) return [];
  const speaking = new Set(
    read.flatMap(({ urn, kind }) => {
      const parent = resources.get(urn)?.parent;
      // Of a custom agent that is one we know after all, what we know counts.
      return parent === undefined ? [] : [`${parent} ${kind}`, `${parent} custom`];
    }),
  );
  const mains = mainsOf(resources);
  return makers.flatMap(({ type, facts }) =>
    resources.ofType(type).flatMap((component) => {
      const kind = type === SUBMARINER ? "submariner" : kindOf(text(component.props, "kind"));
      if (speaking.has(`${component.urn} ${kind}`)) return [];
      const main = mains.get(component.urn);
      return main ? [facts(component, main, resources)] : [];
    }),
  );
}

/** What joins a cluster whatever its agent is. */
function joinerOf(component: Resource, release: Resource, resources: ResourceIndex): AgentFacts {
  const { props, urn } = component;
  const { agent, ranges } = factsOf(component, release, resources);
  const { strict: _strict, ...facts } = agent;
  const services = ranges.map(
    (range): RangeFact => ({
      ...range,
      use: "services",
      cidr: text(props, "services") ?? UNKNOWN,
      origin: { urn, property: "services" },
    }),
  );
  return {
    agent: {
      ...facts,
      kind: "submariner",
      clusterId: 0,
      routing: "tunnel",
      mtu: UNKNOWN,
      peers: {},
      broker: text(props, "broker") ?? UNKNOWN,
    },
    ranges: [...ranges, ...services],
  };
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

/** By parent, its first release, or where it has none its first daemon set: what stands for an agent. */
function mainsOf(resources: ResourceIndex): Map<string, Resource> {
  const mains = new Map<string, Resource>();
  for (const wanted of [isRelease, (type: string) => DAEMONS.test(type)]) {
    for (const type of resources.types().filter(wanted)) {
      for (const resource of resources.ofType(type)) {
        const { parent } = resource;
        if (parent !== undefined && !mains.has(parent)) mains.set(parent, resource);
      }
    }
  }
  return mains;
}

function factsOf({ urn, props }: Resource, main: Resource, resources: ResourceIndex): AgentFacts {
  const clusterName = text(props, "clusterName") ?? UNKNOWN;
  const cluster =
    clusterOf(main, resources).cluster ??
    (isUnknown(clusterName) ? undefined : clusterNamed(clusterName, resources));
  const datapath = text(props, "datapath") ?? UNKNOWN;
  return {
    agent: {
      urn: main.urn,
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
      // As its installation brings what gives them where the cloud does not.
      ...(props.kind === "flannel" ? { nodeRanges: true } : {}),
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
