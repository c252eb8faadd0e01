import type { AgentPlan } from "../../network/plan/shape";
import type { CustomAgentSpec } from "../../network/spec/custom-agent-shape";
import { filled, type PlaceholderName, type PlaceholderValue } from "../../network/spec/placeholders";
import type { Cloud } from "../../network/spec/shape";
import type { Installation } from "../installation";
import { otherClusters } from "../other-clusters";

/** Namespaces that every cluster has ("Namespaces", Kubernetes docs). */
const INITIAL_NAMESPACES = ["kube-system", "default", "kube-public", "kube-node-lease"];

/** One release, and a namespace for it where it wants one of its own. */
export function customInstallation(custom: CustomAgentSpec, agent: AgentPlan, cloud: Cloud): Installation {
  const { chart, repository, namespace = "kube-system", values = {} } = custom;
  const known = placeholderValues(custom, agent, cloud);
  return {
    ...(INITIAL_NAMESPACES.includes(namespace)
      ? {}
      : {
          namespaces: [
            {
              name: namespace,
              // An agent sets up the network of its node ("Pod Security Admission", Kubernetes docs).
              labels: { "pod-security.kubernetes.io/enforce": "privileged" },
            },
          ],
        }),
    releases: [
      {
        name: chart.split("/").at(-1) ?? chart,
        chart,
        ...(repository === undefined ? {} : { repository }),
        version: agent.version,
        namespace,
        values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, filled(value, known)])),
      },
    ],
  };
}

function placeholderValues(
  { overhead }: CustomAgentSpec,
  agent: AgentPlan,
  cloud: Cloud,
): Record<PlaceholderName, PlaceholderValue> {
  const others = otherClusters(agent);
  const { clusterName, clusterId, pods, podsPerNodeMask, mtu, encryption } = agent;
  return {
    cloud,
    clusterName,
    clusterId,
    pods,
    podsPerNodeMask,
    mtu,
    podMtu: mtu - (overhead[encryption] ?? 0),
    encryption,
    "remote.names": others.map(({ name }) => name),
    "remote.nodes": others.map(({ nodes }) => nodes),
    "remote.pods": others.flatMap((other) => other.pods ?? []),
  };
}
