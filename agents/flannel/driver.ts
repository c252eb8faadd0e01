import type { AgentDriver } from "../driver";
import { brokerChart, operatorChart, submarinerAcross, submarinerPorts } from "../submariner/facts";
import { submarinerExport } from "../submariner/service-export";
import { flannelChart, flannelLimits, flannelPodMtu, nodeIpamChart } from "./facts";
import { flannelFaults } from "./faults";
import { flannelInstallation } from "./installation";

/** Flannel within a cluster, over VXLAN or WireGuard, and Submariner across. */
export const flannelDriver: AgentDriver = {
  kind: "flannel",
  facts: {
    version: flannelChart.version,
    limits: flannelLimits,
    podMtu: flannelPodMtu,
    // Within a cluster nodes take everything from one another, so between clusters it is Submariner's alone.
    ports: submarinerPorts,
    // Lighthouse prefers the own cluster's Service, and has no other way.
    services: { ownDns: true, affinities: ["local"] },
    across: submarinerAcross,
    faults: flannelFaults,
  },
  charts: [flannelChart, nodeIpamChart, brokerChart, operatorChart],
  installation: flannelInstallation,
  exportOf: submarinerExport,
  cannot: [
    "Network policies: Flannel enforces none, so `isolation: strict` is refused.",
    "IPsec: no backend of the chart; `wireguard` or `none`.",
    "A mesh without a member in AWS whose API server is private: it is Submariner's broker.",
    "Exported Services with a member on GKE: Submariner does not set up kube-dns there.",
  ],
};
