import type { AgentPlan } from "../../network/plan/shape";

/** Dublin's agent in a mesh of two; a case changes what it is about. */
export function agentPlan(changes: Partial<AgentPlan> = {}): AgentPlan {
  return {
    kind: "cilium",
    version: "1.19.6",
    encryption: "wireguard",
    datapath: "overlay",
    clusterName: "dublin",
    clusterId: 7,
    pods: "10.80.0.0/17",
    podsPerNodeMask: 24,
    mtu: 1406,
    loadBalancer: [{ subnet: "nodes-a", address: "10.64.0.10" }],
    mesh: [
      { name: "dublin", addresses: ["10.64.0.10"], nodes: "10.64.0.0/20" },
      { name: "frankfurt", addresses: ["10.65.0.10", "10.65.8.10"], nodes: "10.65.0.0/20" },
    ],
    ...changes,
  };
}
