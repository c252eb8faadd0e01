import type { Manifest } from "../installation";

/** API of the Multi-Cluster Services (kubernetes-sigs/mcs-api v0.3, KEP-1645). */
export const CLUSTER_SET_API = "multicluster.x-k8s.io/v1alpha1";

/** Makes a Service of its own cluster known in all clusters. It may be there before the Service is. */
export function serviceExport(
  { name, namespace }: { name: string; namespace: string },
  spec: Record<string, unknown> = {},
): Manifest {
  return {
    apiVersion: CLUSTER_SET_API,
    kind: "ServiceExport",
    metadata: { name, namespace },
    ...(Object.keys(spec).length > 0 ? { spec } : {}),
  };
}
