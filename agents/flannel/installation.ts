import { cidr } from "../../network/address/cidr";
import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import type { Installation, Manifest, ReleasePart } from "../installation";
import { flannelChart, flannelNamespace, nodeIpamChart, nodeIpamNamespace } from "./facts";
import { flannelValues } from "./values";

const ADDRESS_BITS = 32;

/**
 * Flannel, and before it what gives nodes their pod ranges: Flannel waits for each node's `spec.podCIDR`, which GKE sets, and EKS
 * (aws/containers-roadmap#315) and AKS without a network plugin do not.
 */
export function flannelInstallation(agent: AgentPlan, cloud: Cloud): Installation {
  const values = flannelValues(agent, cloud);
  const own = cloud !== "gcp";
  return {
    namespaces: [
      { name: flannelNamespace, labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
      // Its pods are on their hosts' network.
      ...(own
        ? [{ name: nodeIpamNamespace, labels: { "pod-security.kubernetes.io/enforce": "privileged" } }]
        : []),
    ],
    releases: [
      ...(own ? [nodeIpam()] : []),
      {
        name: flannelChart.name,
        chart: flannelChart.name,
        repository: flannelChart.repository,
        version: agent.version,
        namespace: flannelNamespace,
        values,
      },
    ],
    ...(own ? { manifests: [nodeRanges(agent)] } : {}),
  };
}

/** Its pods are on their hosts' network and take nodes that are not ready (templates/deployment.yaml@4d4e670e, values.yaml@02d4754c). */
function nodeIpam(): ReleasePart {
  return {
    name: nodeIpamChart.name,
    chart: `${nodeIpamChart.repository}/${nodeIpamChart.name}`,
    version: nodeIpamChart.version,
    namespace: nodeIpamNamespace,
    values: { replicaCount: 2, leaderElection: { enabled: true }, installCRDs: true },
  };
}

/** Every node's part of the member's pod range. None of it can be changed later (CRD `clustercidrs.networking.x-k8s.io`@28488740). */
function nodeRanges({ pods, podsPerNodeMask }: AgentPlan): Manifest {
  return {
    apiVersion: "networking.x-k8s.io/v1",
    kind: "ClusterCIDR",
    metadata: { name: "pods" },
    spec: { ipv4: cidr(pods).text, perNodeHostBits: ADDRESS_BITS - podsPerNodeMask },
  };
}
