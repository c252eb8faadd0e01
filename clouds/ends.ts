import type { CloudFacts } from "../network/catalogue";
import { InputError } from "../network/errors";
import type { Cloud } from "../network/spec/shape";
import { makeAwsEnd } from "./aws/peering";
import { makeAzureEnd } from "./azure/peering";
import { CATALOGUE } from "./catalogue";
import { makeGcpEnd } from "./gcp/peering";
import type { EndMaker } from "./link-end";

const ENDS: Record<Exclude<Cloud, "site">, EndRoom> = {
  aws: { make: makeAwsEnd, outsideAddress: CATALOGUE.aws.gateway.outsideAddress },
  gcp: { make: makeGcpEnd, outsideAddress: CATALOGUE.gcp.gateway.outsideAddress },
  azure: { make: makeAzureEnd, outsideAddress: CATALOGUE.azure.gateway.outsideAddress },
};

export interface EndRoom {
  make: EndMaker;
  /** Which end must be made first is data: see `CloudFacts.gateway.outsideAddress`. */
  outsideAddress: CloudFacts["gateway"]["outsideAddress"];
}

/**
 * How a cloud makes its end of a link.
 *
 * @throws InputError for a site, which is not built yet
 */
export function endOf(cloud: Cloud): EndRoom {
  if (cloud === "site")
    throw new InputError({ path: "gateway.cloud", message: "links to sites are not built yet" });
  return ENDS[cloud];
}
