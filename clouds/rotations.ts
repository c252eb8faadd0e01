import type { RotationFacts } from "../network/link/rotation";
import type { Cloud } from "../network/spec/shape";
import { awsRotation } from "./aws/rotation";
import { azureRotation } from "./azure/rotation";
import { gcpRotation } from "./gcp/rotation";
import { siteRotation } from "./site/rotation";

/** What each cloud does with another key: one line a room. */
export const ROTATIONS: Record<Cloud, RotationFacts> = {
  aws: awsRotation,
  gcp: gcpRotation,
  azure: azureRotation,
  site: siteRotation,
};
