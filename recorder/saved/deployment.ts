import { z } from "zod";
import type { Registration } from "../registration";
import { registrationOf, remains, resourceState } from "./state";

/** What `pulumi stack export` writes (`UntypedDeployment` with `DeploymentV3` or `V4`, `sdk/go/common/apitype/core.go`, 2026-08). */
export const deploymentForm = z.looseObject({
  version: z
    .number()
    .int()
    .min(3, "is older than Pulumi 2.0; import and export the stack with a newer Pulumi"),
  deployment: z.looseObject({ resources: z.array(resourceState).nullish() }),
});

/** A stack's resources. Those that wait for their deletion, and operations that never ended, are no part of the network. */
export function registrationsOfState({ deployment }: z.infer<typeof deploymentForm>): Registration[] {
  return (deployment.resources ?? []).filter(remains).map(registrationOf);
}
