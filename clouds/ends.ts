import type { CloudFacts } from "../network/catalogue";
import type { Cloud } from "../network/spec/shape";
import { makeAwsEnd } from "./aws/peering";
import { makeAzureEnd } from "./azure/peering";
import { CATALOGUE } from "./catalogue";
import { makeGcpEnd } from "./gcp/peering";
import type { EndMaker } from "./link-end";
import { makeSiteEnd } from "./site/peering";

const ENDS: Record<Cloud, EndRoom> = {
  aws: { make: makeAwsEnd, outsideAddress: CATALOGUE.aws.gateway.outsideAddress },
  gcp: { make: makeGcpEnd, outsideAddress: CATALOGUE.gcp.gateway.outsideAddress },
  azure: { make: makeAzureEnd, outsideAddress: CATALOGUE.azure.gateway.outsideAddress },
  // Its devices had their addresses before there was a mesh.
  site: { make: makeSiteEnd, outsideAddress: "gateway" },
};

export interface EndRoom {
  make: EndMaker;
  /** Which end must be made first is data: see `CloudFacts.gateway.outsideAddress`. */
  outsideAddress: CloudFacts["gateway"]["outsideAddress"];
}

/** How a cloud makes its end of a link. */
export function endOf(cloud: Cloud): EndRoom {
  return ENDS[cloud];
}
