import type { RotationFacts } from "../../network/link/rotation";

/** Nobody but its owner configures a site's device. */
export const siteRotation: RotationFacts = {
  how: "by hand",
  says: "its device must be given the new key, which the stack's secret output `sites` has after the update; until then the tunnel is down",
  resources: () => [],
};
