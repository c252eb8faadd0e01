import type { Cloud } from "../spec/shape";
import { distanceKm, fibreFloor } from "./distance";
import { DISTANCE_MODEL, METRO_KM, METRO_MODEL, typicalRtt } from "./distance-model";
import { estimateRtt } from "./estimate";
import { type Region, regionAt } from "./regions";
import type { Rtt } from "./rtt";

/** Where a member stands: a region of a cloud, or a site, whose place is known only where somebody said it. */
export interface Whereabouts {
  cloud: Cloud;
  /** The cloud's name of the region; empty for a site. */
  region: string;
  /** Of a site. */
  location?: { latitude: number; longitude: number };
}

/** Half the equator: nowhere on Earth is farther. */
const FARTHEST_KM = 20_015;

/** Between two points of a sphere that are chosen at random, the mean distance is a quarter of its circumference. */
const MEAN_KM = FARTHEST_KM / 2;

/**
 * The round trip to expect between two members. To a site it is by distance alone, since nothing was measured there; the model
 * is of data centres, so the site's own line comes on top. A site that says nothing of its place may be anywhere: `lo` and `hi`
 * are then those of next door and of the other end of the world.
 *
 * @throws InputError where a region is not in the catalogue
 */
export function rttBetween(a: Whereabouts, b: Whereabouts): Rtt {
  const [site, other] = a.cloud === "site" ? [a, b] : [b, a];
  if (site.cloud !== "site") return estimateRtt(a, b);
  if (other.cloud === "site") throw new Error("two sites are not joined by links of ours");
  return site.location ? toSite(regionAt(other), site.location) : toAnywhere();
}

function toSite(region: Region, { latitude, longitude }: { latitude: number; longitude: number }): Rtt {
  const km = distanceKm(region, { lat: latitude, lon: longitude });
  const p50 = typicalRtt(km);
  const band = km < METRO_KM ? METRO_MODEL : DISTANCE_MODEL;
  const floor = km < METRO_KM ? 0.1 : Math.ceil(fibreFloor(km) * 10) / 10;
  return rounded({
    p50,
    lo: Math.max(floor, p50 * band.lo),
    hi: p50 * band.hi,
    source: "distance: fitted to cloudping.co between data centres, the site's own line comes on top",
    asOf: DISTANCE_MODEL.asOf,
  });
}

function toAnywhere(): Rtt {
  return rounded({
    p50: typicalRtt(MEAN_KM),
    lo: 0.1,
    hi: typicalRtt(FARTHEST_KM) * DISTANCE_MODEL.hi,
    source: "distance: the site says no location, so it may be anywhere",
    asOf: DISTANCE_MODEL.asOf,
  });
}

/** In tenths of a millisecond, the bounds rounded outwards. */
function rounded({ p50, lo, hi, ...rest }: Rtt): Rtt {
  const low = Math.floor(lo * 10) / 10;
  const typical = Math.max(low, Math.round(p50 * 10) / 10);
  return { p50: typical, lo: low, hi: Math.max(typical, Math.ceil(hi * 10) / 10), ...rest };
}
