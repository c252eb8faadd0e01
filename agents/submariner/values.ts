import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import { brokerNamespace, CABLE_DRIVERS } from "./facts";

/**
 * Values of the operator's chart, but for its secrets: the broker's address and credentials, and the key. Keys: `values.yaml` of
 * submariner-charts@5cf3f48 (0.19, 2024-10); those of 0.24 have not been seen.
 */
export function submarinerValues(
  { clusterName, pods, encryption, submariner }: AgentPlan,
  cloud: Cloud,
): Record<string, unknown> {
  return {
    broker: { namespace: brokerNamespace, insecure: false, globalnet: false },
    submariner: {
      clusterId: clusterName,
      clusterCidr: pods,
      serviceCidr: submariner?.services ?? "",
      // Gateways reach one another at their own addresses over the links.
      natEnabled: false,
      cableDriver: CABLE_DRIVERS[encryption],
      healthcheckEnabled: true,
      serviceDiscovery: true,
      // AKS puts back its own CoreDNS configuration, and reads this beside it ("Customize CoreDNS for AKS", AKS docs, 2026).
      ...(cloud === "azure"
        ? { coreDNSCustomConfig: { configmapName: "coredns-custom", namespace: "kube-system" } }
        : {}),
    },
    // Ranges of a mesh never overlap, so there is no Globalnet.
    serviceAccounts: { globalnet: { create: false } },
  };
}
