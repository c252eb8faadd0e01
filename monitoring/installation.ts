import type { Manifest, NamespacePart, ReleasePart } from "../agents/installation";
import { MONITORING_CHARTS } from "./charts";
import { monitoringManifests } from "./manifests";
import { NAMESPACE } from "./names";
import type { Subject } from "./subject";
import { probesValues, stackValues } from "./values";

/** Everything that watches the mesh from one cluster, in this order. Plain, known at preview, without any secret. */
export interface MonitoringInstallation {
  namespace: NamespacePart;
  releases: ReleasePart[];
  /** Of kinds that the first release brings. */
  manifests: Manifest[];
}

export function monitoringInstallation(subject: Subject): MonitoringInstallation {
  const { stack, probes } = MONITORING_CHARTS;
  return {
    // Nothing in it needs the host: no network, no folder, no privilege of it.
    namespace: { name: NAMESPACE, labels: { "pod-security.kubernetes.io/enforce": "baseline" } },
    releases: [
      releaseOf(stack, stackValues(subject)),
      ...(subject.probes.length > 0 ? [releaseOf(probes, probesValues())] : []),
    ],
    manifests: monitoringManifests(subject),
  };
}

function releaseOf(
  { name, release, repository, version }: (typeof MONITORING_CHARTS)[keyof typeof MONITORING_CHARTS],
  values: Record<string, unknown>,
): ReleasePart {
  return { name: release, chart: name, repository, version, namespace: NAMESPACE, values };
}
