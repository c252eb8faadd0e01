import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { type Judgement, unknownAt } from "./judgement";
import { isWorld } from "./world";

export const API_ENDPOINT_PRIVATE = "exposure-api-endpoint-private";

/** No cluster's API server answers the whole internet: its public endpoint is closed, or open to named ranges. */
export function apiEndpointPrivate({ clusters }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { name, urn, apiAccess, origin } of clusters) {
    if (apiAccess === undefined) continue;
    if (isUnknown(apiAccess)) {
      judgement.unknowns.push(
        unknownAt({ urn: origin.urn }, "who reaches the API server", "whether everybody does"),
      );
    } else if (apiAccess.some(isWorld)) {
      judgement.problems.push({
        rule: API_ENDPOINT_PRIVATE,
        message:
          `the API server of ${name} (${urn}) answers the whole internet: one leaked credential, or one flaw in it, is enough to take the cluster; close its ` +
          "public endpoint, or name the ranges that may reach it.",
        subjects: [origin.urn],
      });
    }
  }
  return judgement;
}
