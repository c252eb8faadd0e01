import * as container from "@pulumi/gcp/container";
import type * as pulumi from "@pulumi/pulumi";
import { MAX_PODS_PER_NODE } from "./facts";
import type { NodeIdentity } from "./identity";
import type { GcpMember } from "./member";
import { labelsOf } from "./names";

/** Gigabytes: images and logs. */
const DISK_SIZE = 100;

/** What the nodes stand on, and what must be there before them. */
export interface NodesArgs {
  cluster: container.Cluster;
  identity: NodeIdentity;
  /** Key of the taint that the network agent takes off once it runs, so that no pod starts without a network. */
  agentTaint?: string;
  /** Labels of every node, by which the agent finds its own. Default none. */
  nodeLabels?: Record<string, string>;
  /** The network agent. */
  dependsOn: pulumi.Resource[];
}

/**
 * The node pool, over all zones, growing and shrinking by itself. GKE's nodes come up with a network of their own, so they
 * would be ready without the agent; they still wait for it, so that no pod ever starts on a network that is then replaced.
 * The taint holds off pods where a node is made anew, with Google's network on it again, until the agent runs there.
 */
export function makeNodes(
  { plan, parent }: GcpMember,
  { cluster, identity, agentTaint, nodeLabels, dependsOn }: NodesArgs,
): container.NodePool {
  const { name, region, zones, nodes } = plan;
  return new container.NodePool(
    // The cluster's own logical name: GKE takes 40 characters, and automatic naming adds 8 to a member's 32.
    name,
    {
      location: region,
      cluster: cluster.name,
      nodeLocations: zones,
      maxPodsPerNode: MAX_PODS_PER_NODE,
      // In each zone.
      initialNodeCount: Math.max(1, Math.floor(nodes.min / zones.length)),
      autoscaling: {
        totalMinNodeCount: nodes.min,
        totalMaxNodeCount: nodes.max,
        locationPolicy: "BALANCED",
      },
      management: { autoRepair: true, autoUpgrade: true },
      upgradeSettings: { maxSurge: 1, maxUnavailable: 0 },
      networkConfig: { enablePrivateNodes: true },
      nodeConfig: {
        machineType: nodes.type,
        imageType: "COS_CONTAINERD",
        diskType: "pd-balanced",
        diskSizeGb: DISK_SIZE,
        serviceAccount: identity.account.email,
        // What the account may do is decided by its roles.
        oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
        metadata: { "disable-legacy-endpoints": "true" },
        // Pods see their own identity, never the node's.
        workloadMetadataConfig: { mode: "GKE_METADATA" },
        shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
        ...(nodeLabels ? { labels: nodeLabels } : {}),
        ...(agentTaint ? { taints: [{ key: agentTaint, value: "true", effect: "NO_EXECUTE" }] } : {}),
        resourceLabels: labelsOf(plan.tags),
      },
    },
    { parent, dependsOn, ignoreChanges: ["initialNodeCount"] },
  );
}
