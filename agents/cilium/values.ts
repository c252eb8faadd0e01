import { InputError } from "../../network/errors";
import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud, Encryption } from "../../network/spec/shape";
import { startupTaint } from "./facts";
import { clusterMeshValues } from "./mesh-values";

/** Helm values, or a part of them. */
export type Values = Record<string, unknown>;

/**
 * Values of Cilium's chart: the same VXLAN overlay on every cloud, because ClusterMesh needs one datapath and AKS with an
 * own CNI takes no other (chart's `validate.yaml`). Keys and defaults: `values.yaml` of charts 1.19 and 1.20
 * (cilium/charts, 2026-08-03); the clouds' own: "Installation using Helm", Cilium docs 2026. Plain values only: the mesh's
 * CA, `tls.ca`, is added by the component.
 */
export function ciliumValues(agent: AgentPlan, cloud: Cloud): Values {
  return {
    cluster: { name: agent.clusterName, id: agent.clusterId },
    routingMode: "tunnel",
    tunnelProtocol: "vxlan",
    // The underlay's: the agent subtracts its own overhead, and would subtract it twice from a pod's.
    MTU: agent.mtu,
    // A VPN path is smaller than the nodes' network: pods must learn so rather than lose packets.
    pmtuDiscovery: { enabled: true },
    // A text in the chart. kube-proxy stays: replacing it needs the API endpoint's address in the values.
    kubeProxyReplacement: "false",
    agentNotReadyTaintKey: startupTaint.key,
    operator: { replicas: 2 },
    encryption: encryptionValues(agent.encryption),
    // Helm's own method makes new certificates on every upgrade and none in between.
    hubble: { tls: { auto: { method: "cronJob" } } },
    ...platformValues(agent, cloud),
    ...clusterMeshValues(agent, cloud),
  };
}

/** Between pods of different nodes. Node-to-node encryption is left off: beta, and deprecated from 1.21. */
function encryptionValues(encryption: Encryption): Values {
  return encryption === "none" ? { enabled: false } : { enabled: true, type: encryption };
}

/** What a cloud's nodes need, and who hands out the pods' addresses. */
function platformValues(agent: AgentPlan, cloud: Cloud): Values {
  switch (cloud) {
    case "aws":
      return { ipam: clusterPool(agent) };
    case "azure":
      // AKS gives its nodes no pod ranges, though it wants to know the cluster's.
      return { aksbyocni: { enabled: true }, ipam: clusterPool(agent) };
    case "gcp":
      return {
        // GKE gives each node its pod range. Not `gke.enabled`, which means native routing: the chart refuses it with a
        // tunnel. Cilium's maintainers do not test a tunnel on GKE (cilium#27841); users run it (cilium#35861).
        ipam: { mode: "kubernetes" },
        // Node images keep CNI plugins here, and come with a bridge and a kubelet set up for kubenet.
        cni: { binPath: "/home/kubernetes/bin" },
        nodeinit: { enabled: true, reconfigureKubelet: true, removeCbrBridge: true },
      };
    case "site":
      throw new InputError({
        path: "cloud",
        message: "site has no cluster of ours; give aws, gcp or azure.",
      });
  }
}

/** The operator cuts each node's part out of the member's pod range. The chart's default is all of 10.0.0.0/8. */
function clusterPool(agent: AgentPlan): Values {
  return {
    mode: "cluster-pool",
    operator: {
      clusterPoolIPv4PodCIDRList: [agent.pods],
      clusterPoolIPv4MaskSize: agent.podsPerNodeMask,
    },
  };
}
