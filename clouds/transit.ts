import type { TransitTables } from "../network/routing/transit";
import { awsTransit } from "./aws/transit";
import { azureTransit } from "./azure/transit";
import { gcpTransit } from "./gcp/transit";
import { siteTransit } from "./site/transit";

/** Every cloud's table. A fourth cloud is one line here. */
export const TRANSIT: TransitTables = {
  aws: awsTransit,
  gcp: gcpTransit,
  azure: azureTransit,
  site: siteTransit,
};
