import type { AgentCatalogue } from "../agent-facts";
import type { CloudFacts } from "../catalogue";
import { refuseDefaultRoute } from "../routing/default-route";
import type { AgentKind, Cloud, Datapath, Encryption, Isolation, ServiceAffinity } from "../spec/shape";
import { completeAgent } from "./agent";
import { completeMonitoring, type MonitoringInput, watched } from "./monitoring-input";
import type { AgentPlan, GatewayPlan, MemberPlan, PeerPlan, SubnetPlan } from "./shape";

/** What is given of a member: by the mesh's plan everything, by a cluster component used alone only what it must. */
export interface MemberInput {
  region: string;
  zones?: string[];
  kubernetes?: string;
  account?: MemberPlan["account"];
  existing?: MemberPlan["existing"];
  ranges: MemberPlan["ranges"];
  nodes?: { type?: string; min?: number; max?: number };
  api?: { access?: string[] };
  gateway?: {
    asn: number;
    behind?: string;
    remote?: string[];
    advertise?: string[];
    inside?: GatewayPlan["inside"];
  };
  peers?: { name: string; nodes: string; pods: string; loadBalancer?: string[] }[];
  inbound?: { from: string; sources: string[]; ports?: string[] }[];
  isolation?: Isolation;
  admits?: { from: string; ports?: string[] }[];
  agent?: {
    kind?: AgentKind;
    version?: string;
    encryption?: Encryption;
    datapath?: Datapath;
    clusterId?: number;
    mtu?: number;
    loadBalancer?: AgentPlan["loadBalancer"];
    mesh?: AgentPlan["mesh"];
    sharesServices?: boolean;
    metrics?: boolean;
  };
  clusterSet?: {
    dns?: string;
    namespaces?: string[];
    exports?: { name: string; namespace: string; affinity?: ServiceAffinity }[];
  };
  monitoring?: MonitoringInput;
  tags?: Record<string, string>;
}

/** Fewest and most nodes where nothing is said. */
export const DEFAULT_NODES = { min: 2, max: 6 } as const;

/**
 * A whole member from what is given of it. Idempotent: a member's own plan, given again, comes back the same, so
 * `Mesh` and a cluster component used alone go the same way.
 */
export function completeMember(
  name: string,
  input: MemberInput,
  facts: CloudFacts,
  agents: AgentCatalogue,
): MemberPlan {
  const cloud: Cloud = facts.cloud;
  const zones = input.zones ?? facts.defaults.zones(input.region);
  const peers = (input.peers ?? []).map(
    (peer): PeerPlan => ({
      name: peer.name,
      nodes: peer.nodes,
      pods: peer.pods,
      loadBalancer: peer.loadBalancer ?? [],
    }),
  );
  return {
    name,
    cloud,
    region: input.region,
    zones,
    ...(input.account ? { account: input.account } : {}),
    ...(input.existing ? { existing: input.existing } : {}),
    kubernetes: input.kubernetes ?? facts.defaults.kubernetes,
    nodes: {
      type: input.nodes?.type ?? facts.defaults.nodeType,
      min: input.nodes?.min ?? DEFAULT_NODES.min,
      max: input.nodes?.max ?? DEFAULT_NODES.max,
    },
    api: { access: input.api?.access ?? [] },
    ranges: input.ranges,
    subnets: subnetsOf(input, facts, zones),
    ...(input.gateway ? { gateway: completeGateway(input.gateway, input.ranges.nodes, peers) } : {}),
    peers,
    ...(input.inbound && input.inbound.length > 0
      ? { inbound: input.inbound.map((site) => ({ ...site, ports: site.ports ?? [] })) }
      : {}),
    ...completeAdmits(input),
    agent: completeAgent(
      {
        ...input.agent,
        ...(watched(input.monitoring) ? { metrics: true } : {}),
        clusterName: name,
        pods: input.ranges.pods,
        podsPerNodeMask: facts.ranges.podsPerNodeMask,
      },
      agents,
    ),
    ...completeClusterSet(input),
    ...completeMonitoring(input.monitoring),
    tags: { ...input.tags, "isthmus-member": name },
  };
}

/** A cluster that exports a Service has its namespace. */
function completeClusterSet({ clusterSet }: MemberInput): Pick<MemberPlan, "clusterSet"> {
  if (!clusterSet) return {};
  const exports = (clusterSet.exports ?? []).map((one) => ({ ...one, affinity: one.affinity ?? "local" }));
  const namespaces = [...(clusterSet.namespaces ?? []), ...exports.map(({ namespace }) => namespace)];
  return {
    clusterSet: {
      ...(clusterSet.dns === undefined ? {} : { dns: clusterSet.dns }),
      namespaces: [...new Set(namespaces)].sort(),
      exports,
    },
  };
}

/** With strict isolation and nobody named, nobody is let in. */
function completeAdmits({ isolation, admits }: MemberInput): Pick<MemberPlan, "isolation" | "admits"> {
  const strict = isolation === "strict";
  const named = admits ?? (strict ? [] : undefined);
  return {
    ...(strict ? { isolation } : {}),
    ...(named ? { admits: named.map(({ from, ports }) => ({ from, ports: ports ?? [] })) } : {}),
  };
}

/** Those that are there, or those that the cloud's room cuts out of the member's ranges. */
function subnetsOf({ ranges, existing }: MemberInput, facts: CloudFacts, zones: string[]): SubnetPlan[] {
  if (!existing?.cluster) return facts.ranges.subnets(ranges, zones);
  const nodes = Object.entries(existing.cluster.subnets).map(
    ([name, { range, zone }]): SubnetPlan => ({
      name,
      role: "nodes",
      ...(zone === undefined ? {} : { zone }),
      range,
    }),
  );
  const made = facts.ranges.subnets(ranges, zones).filter(({ role }) => role === "gateway");
  return [...nodes.sort((x, y) => (x.name < y.name ? -1 : 1)), ...made];
}

function completeGateway(
  input: NonNullable<MemberInput["gateway"]>,
  nodes: string,
  peers: PeerPlan[],
): GatewayPlan {
  const remote = input.remote ?? peers.map((peer) => peer.nodes);
  const advertise = input.advertise ?? [nodes];
  refuseDefaultRoute("gateway.remote", remote);
  refuseDefaultRoute("gateway.advertise", advertise);
  return {
    asn: input.asn,
    ...(input.behind === undefined ? {} : { behind: input.behind }),
    remote,
    advertise,
    inside: input.inside ?? [],
  };
}
