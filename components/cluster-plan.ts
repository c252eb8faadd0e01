import type * as pulumi from "@pulumi/pulumi";
import { agentFacts } from "../agents";
import type { NetworkArgs } from "../clouds/link-peering";
import type { CloudFacts } from "../network/catalogue";
import type { AgentPort } from "../network/model/agent-port";
import { completeMember, type MemberInput } from "../network/plan/member";
import { plannedNetwork } from "../network/plan/network";
import { planOfOne } from "../network/plan/one-member";
import type { MemberPlan } from "../network/plan/shape";
import { brokenInvariants, explained, refuse } from "./gate";

/** A cluster component's arguments made whole, and what its firewall lets in between members. */
export interface ClusterPlan {
  plan: MemberPlan;
  /** Ports of the network agent between the members' nodes. */
  ports: AgentPort[];
}

/**
 * Runs before `super`, so that wrong arguments register nothing.
 *
 * @throws RunError naming the component and the property
 */
export function clusterPlan(name: string, args: MemberInput, facts: CloudFacts): ClusterPlan {
  return explained(name, () => {
    const plan = completeMember(name, args, facts, agentFacts);
    return { plan, ports: agentFacts(plan.agent).ports(plan.agent.encryption, plan.agent.datapath) };
  });
}

/** The component's own gate: what is wrong with a member by itself, whatever mesh it is part of. */
export function refuseBrokenMember(plan: MemberPlan, component: pulumi.Resource): void {
  refuse(brokenInvariants(plannedNetwork(planOfOne(plan))), component);
}

/** What is known of its network before it is made, for a `Link` to another in its cloud. */
export function networkOf({
  cloud,
  region,
  ranges,
  gateway,
  agent,
  tags,
}: MemberPlan): Omit<NetworkArgs, "id" | "name" | "resourceGroup"> {
  const told = [ranges.nodes, ...(agent.datapath === "routed" ? [ranges.pods] : [])];
  return { cloud, region, advertise: gateway?.advertise ?? told, tags };
}

/** What rules need of a cluster that its resources do not tell: plain values, and nothing secret. */
export function mirrorOf(plan: MemberPlan) {
  const { cloud, region, zones, kubernetes, ranges, nodes, api, gateway, peers, agent, existing } = plan;
  return {
    cloud,
    region,
    zones,
    kubernetes,
    ranges,
    nodes,
    apiAccess: api.access,
    ...(existing ? { existing } : {}),
    ...(gateway
      ? {
          gateway: {
            asn: gateway.asn,
            ...(gateway.behind === undefined ? {} : { behind: gateway.behind }),
            advertise: gateway.advertise,
            remote: gateway.remote,
          },
        }
      : {}),
    peers: peers.map((peer) => ({
      name: peer.name,
      nodes: peer.nodes,
      ...(agent.datapath === "routed" ? { pods: peer.pods } : {}),
    })),
    // In the first preview of a cluster policies see nothing else of what keeps others out.
    ...(plan.isolation ? { isolation: plan.isolation, admits: plan.admits ?? [] } : {}),
    agent: {
      kind: agent.kind,
      version: agent.version,
      datapath: agent.datapath,
      clusterId: agent.clusterId,
      encryption: agent.encryption,
      mtu: agent.mtu,
    },
  };
}
