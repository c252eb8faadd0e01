import type { MonitoringKind } from "../spec/shape";
import type { MemberPlan, ProbePlan, WatchedLinkPlan } from "./shape";

/** What is given of a cluster's monitoring: by the mesh's plan everything, by a cluster component used alone only what it must. */
export interface MonitoringInput {
  kind?: MonitoringKind;
  runbooks?: string;
  probes?: (Pick<ProbePlan, "to" | "targets" | "expected"> & Partial<ProbePlan>)[];
  links?: WatchedLinkPlan[];
}

export function watched(input: MonitoringInput | undefined): boolean {
  return input !== undefined && input.kind !== "none";
}

/** Whole from what is given; a plan's own comes back as it is. */
export function completeMonitoring(input: MonitoringInput | undefined): Pick<MemberPlan, "monitoring"> {
  if (!input || !watched(input)) return {};
  const { kind = "prometheus", probes = [], links = [], runbooks } = input;
  return {
    monitoring: {
      kind,
      ...(runbooks === undefined ? {} : { runbooks }),
      probes: probes.map((probe) => ({ ...probe, path: probe.path ?? [] })),
      links,
    },
  };
}
