import type { AgentDriver } from "../driver";
import {
  ciliumChart,
  ciliumLimits,
  ciliumPodMtu,
  ciliumPorts,
  clusterMeshNodePort,
  clusterMeshPort,
  startupTaint,
} from "./facts";
import { ciliumFaults } from "./faults";
import { ciliumInstallation } from "./installation";
import { ciliumPolicy } from "./policy";
import { ciliumServiceExport } from "./service-export";

/** Cilium: a VXLAN overlay on every cloud, and ClusterMesh across. */
export const ciliumDriver: AgentDriver = {
  kind: "cilium",
  facts: {
    version: ciliumChart.version,
    limits: ciliumLimits,
    podMtu: ciliumPodMtu,
    ports: ciliumPorts,
    entry: { port: clusterMeshPort, nodePort: clusterMeshNodePort },
    startupTaint,
    // The derived Services take the annotations that an export carries ("Multi-Cluster Services API", Cilium docs 1.19).
    services: { ownDns: false, affinities: ["local", "any"] },
    faults: ciliumFaults,
  },
  charts: [ciliumChart],
  installation: ciliumInstallation,
  policy: ciliumPolicy,
  exportOf: ciliumServiceExport,
  cannot: [
    "Routed pods: AKS without a network plugin takes a tunnel only, and ClusterMesh needs one datapath.",
    "Encryption between nodes themselves: `nodeEncryption` is beta, and deprecated from 1.21.",
  ],
};
