import type { AdmitPlan } from "../network/plan/admits";

/** Name of a cluster in its mesh, and whose pods may open connections to its own. */
export interface StrictCluster {
  clusterName: string;
  admits: AdmitPlan[];
}

/** A Kubernetes resource of the agent's own kind. */
export interface PolicyManifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}
