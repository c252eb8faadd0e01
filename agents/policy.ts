import type { AdmitPlan } from "../network/plan/admits";

/** Name of a cluster in its mesh, and whose pods may open connections to its own. */
export interface StrictCluster {
  clusterName: string;
  admits: AdmitPlan[];
  /** Whom it reaches, with their ranges: for an agent that knows other clusters by address only. Default none. */
  peers?: { name: string; nodes: string; pods: string }[];
}

/** A Kubernetes resource of the agent's own kind. */
export interface PolicyManifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}
