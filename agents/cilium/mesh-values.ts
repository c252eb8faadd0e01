import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import { clusterMeshNodePort, clusterMeshPort } from "./facts";
import type { Values } from "./values";

/** Days that a leaf certificate lives, and when new ones are made; the chart's defaults from 1.20, given also to 1.19. */
const LEAF_DAYS = 365;
const LEAF_SCHEDULE = "0 0 1 */4 *";

/** The clusters of the agent's mesh besides its own. */
export function otherClusters(agent: AgentPlan): AgentPlan["mesh"] {
  return agent.mesh.filter(({ name }) => name !== agent.clusterName);
}

/**
 * The `clustermesh` block, nothing for a cluster alone. All addresses are planned and one CA signs for all, so no cluster's
 * release waits for another's. Keys: `values.yaml` of charts 1.19 and 1.20 (cilium/charts, 2026-08-03).
 */
export function clusterMeshValues(agent: AgentPlan, cloud: Cloud): Values {
  if (otherClusters(agent).length === 0) return {};
  return {
    clustermesh: {
      useAPIServer: true,
      // The default from 1.19. A policy's selectors then mean pods of the own cluster; one that speaks of another's names it
      // by the label `io.cilium.k8s.policy.cluster`.
      policyDefaultLocalCluster: true,
      // The operator makes the kinds and keeps them; DNS is not left to the chart, whose job for it is a hook that waits for nodes.
      ...(agent.sharesServices ? { mcsapi: { enabled: true } } : {}),
      // One block for every member: an agent passes over its own cluster's name.
      config: {
        enabled: true,
        clusters: Object.fromEntries(
          agent.mesh.map(({ name, addresses }) => [
            name,
            { enabled: true, ips: addresses, port: clusterMeshPort.port },
          ]),
        ),
      },
      apiserver: {
        // Each replica is an etcd of its own: the second keeps the mesh in step while the first moves.
        replicas: 2,
        service: serviceValues(agent, cloud),
        tls: {
          // One user a cluster instead of one for all; the shared CA makes it possible.
          authMode: "cluster",
          // Helm's own method renews only on an upgrade.
          auto: {
            enabled: true,
            method: "cronJob",
            certValidityDuration: LEAF_DAYS,
            schedule: LEAF_SCHEDULE,
          },
        },
      },
    },
  };
}

/** How other clusters reach the API server: at the planned addresses, never from the internet. */
function serviceValues(agent: AgentPlan, cloud: Cloud): Values {
  const address = agent.loadBalancer[0]?.address;
  // Without it the cloud lets in whoever reaches the network; a client is another cluster's node.
  const loadBalancerSourceRanges = otherClusters(agent).map(({ nodes }) => nodes);
  switch (cloud) {
    case "gcp":
      return {
        type: "LoadBalancer",
        loadBalancerIP: address,
        loadBalancerSourceRanges,
        annotations: {
          "networking.gke.io/load-balancer-type": "Internal",
          // Members of other regions come in through other regions' gateways ("Service load balancer parameters", GKE docs).
          "networking.gke.io/internal-load-balancer-allow-global-access": "true",
        },
      };
    case "azure":
      return {
        type: "LoadBalancer",
        loadBalancerSourceRanges,
        annotations: {
          "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
          // Takes the place of `loadBalancerIP` ("Use an internal load balancer with AKS"; azure-docs#110230).
          "service.beta.kubernetes.io/azure-load-balancer-ipv4": address,
        },
      };
    default:
      // AWS tells a load balancer's name, not its addresses, so an own one with fixed addresses stands before this port.
      return { type: "NodePort", nodePort: clusterMeshNodePort };
  }
}
