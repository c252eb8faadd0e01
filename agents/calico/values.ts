import { InputError } from "../../network/errors";
import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import { AKS_UNDERLAY, calicoMeshPodMtu, calicoPodMtu } from "./facts";

/** Helm values, or a part of them. */
export type Values = Record<string, unknown>;

/**
 * Values of the operator's chart (`values.yaml` of v3.32.1, 2026-06-24); `installation` is the spec of an `Installation` as it is
 * (operator.tigera.io/v1, operator v1.42.3).
 */
export function calicoValues(agent: AgentPlan, cloud: Cloud): Values {
  return {
    installation: {
      enabled: true,
      ...platformValues(agent, cloud),
    },
    // Policies are written through it.
    apiServer: { enabled: true },
    // Flows and their pages: nothing of the network's.
    goldmane: { enabled: false },
    whisker: { enabled: false },
    ...encryptionValues(agent),
  };
}

/**
 * Where pods are routed the cloud's own plugin gives them their addresses and Calico keeps policies ("Amazon Elastic Kubernetes
 * Service", "Microsoft Azure Kubernetes Service", Calico docs 3.32; "Google Kubernetes Engine", Calico Enterprise 3.23). Else Calico is
 * the plugin, by VXLAN: in the clouds nobody takes its BGP.
 */
function platformValues(agent: AgentPlan, cloud: Cloud): Values {
  const routed = agent.datapath === "routed";
  switch (cloud) {
    case "aws":
      return {
        kubernetesProvider: "EKS",
        cni: routed ? { type: "AmazonVPC", ipam: { type: "AmazonVPC" } } : CALICO_CNI,
        calicoNetwork: networkValues(agent, cloud),
      };
    case "azure":
      return {
        kubernetesProvider: "AKS",
        cni: routed ? { type: "AzureVNET", ipam: { type: "AzureVNET" } } : CALICO_CNI,
        calicoNetwork: networkValues(agent, cloud),
      };
    case "gcp":
      return {
        kubernetesProvider: "GKE",
        cni: { type: "GKE", ipam: { type: "HostLocal" } },
        calicoNetwork: networkValues(agent, cloud),
      };
    case "site":
      throw new InputError({
        path: "cloud",
        message: "site has no cluster of ours; give aws, gcp or azure.",
      });
  }
}

const CALICO_CNI = { type: "Calico", ipam: { type: "Calico" } };

function networkValues(agent: AgentPlan, cloud: Cloud): Values {
  return {
    bgp: "Disabled",
    // The pods', not the underlay's, and that of Calico's own tunnels ("Configure MTU", Calico docs 3.32).
    mtu: mtuOf(agent, cloud),
    ...(agent.datapath === "routed"
      ? {}
      : {
          // The default reaches for 8.8.8.8, which a private cluster may not.
          nodeAddressAutodetectionV4: { kubernetes: "NodeInternalIP" },
          ipPools: [
            {
              name: "pods",
              cidr: agent.pods,
              encapsulation: "VXLAN",
              natOutgoing: "Enabled",
              nodeSelector: "all()",
            },
          ],
        }),
  };
}

function mtuOf({ mtu, encryption, datapath, submariner }: AgentPlan, cloud: Cloud): number {
  const underlay = cloud === "azure" && encryption === "wireguard" ? Math.min(mtu, AKS_UNDERLAY) : mtu;
  return (submariner ? calicoMeshPodMtu : calicoPodMtu)(underlay, encryption, datapath);
}

/**
 * WireGuard between the nodes of one cluster. Behind a cloud's own plugin what nodes and pods of the host's network exchange is
 * encrypted with it ("Encrypt in-cluster pod traffic", Calico docs 3.32, 2026-06).
 */
function encryptionValues({ encryption, datapath }: AgentPlan): Values {
  if (encryption !== "wireguard") return {};
  return {
    defaultFelixConfiguration: {
      enabled: true,
      wireguardEnabled: true,
      ...(datapath === "routed" ? { wireguardHostEncryptionEnabled: true } : {}),
    },
  };
}
