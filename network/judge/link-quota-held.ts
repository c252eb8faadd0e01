import type { QuotaFact } from "../catalogue";
import type { Inventory } from "../model/inventory";
import type { Cloud } from "../spec/shape";
import type { Judgement } from "./judgement";
import { nameIn } from "./judgement";
import { quotaCounts } from "./quota-counts";

export const LINK_QUOTA_HELD = "link-quota-held";

/**
 * Nothing needs more of a cloud's quotas than they hold. What counts at a place that is not known is unknown only where it could be one
 * too many.
 *
 * @param quotasOf what each cloud counts, with its source
 */
export function linkQuotaHeld(network: Inventory, quotasOf: (cloud: Cloud) => QuotaFact[]): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const { counts, unplaced } = quotaCounts(network, nameIn);
  const quota = (cloud: Cloud, what: string) => quotasOf(cloud).find((one) => one.what === what);
  for (const { what, cloud, place, needed, of, urns } of counts) {
    const limit = quota(cloud, what);
    if (!limit || needed <= limit.limit) continue;
    judgement.problems.push({
      rule: LINK_QUOTA_HELD,
      message:
        `${needed} ${of} are needed at ${place} and the quota is ${limit.limit} (${limit.source}), so the apply fails at the next one; ` +
        "make fewer, spread them, or have the quota raised and say so with the option `raised`.",
      subjects: urns.slice(0, 2),
    });
  }
  const totals = new Map<string, number>();
  for (const { cloud, what, needed } of counts)
    totals.set(`${cloud} ${what}`, Math.max(needed, totals.get(`${cloud} ${what}`) ?? 0));
  for (const { cloud, what } of unplaced)
    totals.set(`${cloud} ${what}`, (totals.get(`${cloud} ${what}`) ?? 0) + 1);
  for (const { cloud, what, urn, property } of unplaced) {
    const limit = quota(cloud, what);
    if (!limit || (totals.get(`${cloud} ${what}`) ?? 0) <= limit.limit) continue;
    judgement.unknowns.push({ urn, property, neededFor: `whether the quota of ${limit.limit} is held` });
  }
  return judgement;
}

/** Quotas that were raised: `{ "aws connectionsPerRegion": 200 }`, whatever else stands there left out. */
export function raisedQuotas(
  quotasOf: (cloud: Cloud) => QuotaFact[],
  raised: unknown,
): (cloud: Cloud) => QuotaFact[] {
  if (typeof raised !== "object" || raised === null) return quotasOf;
  const limits = new Map<string, unknown>(Object.entries(raised));
  return (cloud) =>
    quotasOf(cloud).map((quota) => {
      const limit = limits.get(`${cloud} ${quota.what}`);
      return typeof limit === "number" ? { ...quota, limit, source: "option `raised` of this rule" } : quota;
    });
}
