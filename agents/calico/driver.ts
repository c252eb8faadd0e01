import type { AgentDriver } from "../driver";
import { brokerChart, operatorChart, submarinerAcross } from "../submariner/facts";
import { calicoApi, calicoChart, calicoCrdChart, calicoLimits, calicoMeshPodMtu, calicoPorts } from "./facts";
import { calicoFaults } from "./faults";
import { calicoInstallation } from "./installation";
import { calicoPolicies } from "./policy";

/** Calico: policies behind the clouds' own plugins where pods are routed, else a VXLAN overlay within a cluster. */
export const calicoDriver: AgentDriver = {
  kind: "calico",
  facts: {
    version: calicoChart.version,
    limits: calicoLimits,
    podMtu: calicoMeshPodMtu,
    ports: calicoPorts,
    across: { ...submarinerAcross, datapath: "overlay" },
    served: [calicoApi],
    faults: calicoFaults,
  },
  charts: [calicoChart, calicoCrdChart, brokerChart, operatorChart],
  installation: calicoInstallation,
  policy: calicoPolicies,
  cannot: [
    "Join clusters by itself: open-source Calico has no cluster mesh, so pods are routed, or Submariner joins overlays, for which one member must be in AWS with a private API server.",
    "Encrypt between clusters whose pods are routed: its WireGuard is between the nodes of one cluster. Pods' traffic between members is encrypted by VPN links, and not by it where two members are in one cloud.",
    "WireGuard on GKE, and anywhere IPsec.",
    "Tell other clusters' pods but by their addresses: what arrives under a node's address is refused under strict isolation.",
    "Set a pod's MTU where the cloud's plugin makes its interface: on EKS the plugin is told, on GKE the network is, and on AKS pods keep 1500 bytes and the VPN gateway clamps TCP.",
    "Take a taint off new nodes: where pods come before it, they run without its policies until it does.",
  ],
};
