import type { ServiceExportPlan } from "../../network/plan/shape";
import { serviceExport } from "../cluster-set/export";
import type { Manifest } from "../installation";

/** Lighthouse, Submariner's service discovery, answers with the own cluster's Service while it is there ("Service Discovery", submariner.io, 2026-11-23). */
export function submarinerExport(service: ServiceExportPlan): Manifest {
  return serviceExport(service);
}
