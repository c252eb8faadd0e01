import type { ServiceExportPlan } from "../../network/plan/shape";
import { serviceExport } from "../cluster-set/export";
import type { Manifest } from "../installation";

/**
 * The Service that Cilium makes in each cluster for an exported one takes the annotations that the export carries. Without an
 * affinity, packets go to all clusters' pods alike ("Service Affinity", Cilium docs 1.19).
 */
export function ciliumServiceExport(service: ServiceExportPlan): Manifest {
  return serviceExport(
    service,
    service.affinity === "local" ? { exportedAnnotations: { "service.cilium.io/affinity": "local" } } : {},
  );
}
