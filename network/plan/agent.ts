import type { AgentCatalogue } from "../agent-facts";
import type { AgentPlan } from "./shape";

/** Smallest path MTU of the three clouds' VPNs, in bytes: Google's gateway with AES-GCM (Cloud VPN "MTU considerations", 2026-04). */
export const SAFE_MTU = 1406;

/** What must be given of an agent, and what may be. */
export type AgentInput = Pick<AgentPlan, "clusterName" | "pods"> & Partial<AgentPlan>;

/** A whole agent from what is given of it, alone or as part of a member. A plan's own values come back as they are. */
export function completeAgent(input: AgentInput, agents: AgentCatalogue): AgentPlan {
  const kind = input.kind ?? "cilium";
  return {
    kind,
    version: input.version ?? agents(kind).version,
    encryption: input.encryption ?? "wireguard",
    datapath: input.datapath ?? "overlay",
    clusterName: input.clusterName,
    clusterId: input.clusterId ?? 1,
    pods: input.pods,
    podsPerNodeMask: input.podsPerNodeMask ?? 24,
    mtu: input.mtu ?? SAFE_MTU,
    loadBalancer: input.loadBalancer ?? [],
    mesh: input.mesh ?? [],
    ...(input.sharesServices ? { sharesServices: true } : {}),
    ...(input.metrics ? { metrics: true } : {}),
  };
}
