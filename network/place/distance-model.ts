import { fibreFloor } from "./distance";

/**
 * Round trips by distance alone, where nothing nearby was measured. `fit` is a line on the fibre floor, least squares
 * over 496 pairs of AWS regions (cloudping.co, 2025-05-29); its band holds 89 % of them, and 87-93 % of the pairs of
 * Azure, Google Cloud, IBM and between clouds, on which it was not fitted.
 */
export const DISTANCE_MODEL = {
  intercept: 5.7,
  slope: 1.66,
  lo: 0.78,
  hi: 1.78,
  asOf: "2025-05-29",
} as const;

/** Nearer than this, coordinates of cities say little and another line holds. */
export const METRO_KM = 300;

/**
 * Under 300 km: from the median of 28 measured pairs within one city to where the line above begins. The band holds
 * 91 % of the 54 measured pairs: what strays are regions whose buildings stand far from their city.
 */
export const METRO_MODEL = { intercept: 2.9, lo: 0.5, hi: 2 } as const;

/** Typical round trip over a distance, in milliseconds. */
export function typicalRtt(km: number): number {
  const line = DISTANCE_MODEL.intercept + DISTANCE_MODEL.slope * fibreFloor(Math.max(km, METRO_KM));
  if (km >= METRO_KM) return line;
  return METRO_MODEL.intercept + ((line - METRO_MODEL.intercept) * km) / METRO_KM;
}
