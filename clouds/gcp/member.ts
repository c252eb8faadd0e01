import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { MemberPlan } from "../../network/plan/shape";

/** What is built, and for whom. */
export interface GcpMember {
  plan: MemberPlan;
  /** The cluster component: parent of every resource, and by it the provider. */
  parent: pulumi.Resource;
}

/** The control plane's /28. Throws {@link InputError} where the member has none. */
export function controlPlaneRange({ ranges }: MemberPlan): string {
  const range = ranges.controlPlane;
  if (range === undefined) {
    throw new InputError({
      path: "ranges.controlPlane",
      message: 'A GKE cluster needs a range for its control plane, a /28 of its own: "10.98.0.0/28".',
    });
  }
  return range;
}
