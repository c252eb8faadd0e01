import { distanceKm, fibreFloor } from "./distance";
import { DISTANCE_MODEL, METRO_KM, METRO_MODEL, typicalRtt } from "./distance-model";
import { type Figure, figureOf } from "./figures";
import { neighbourEstimate } from "./neighbour";
import { type Place, REGIONS, type Region, regionAt } from "./regions";
import type { Rtt } from "./rtt";

/** Azure publishes whole milliseconds, so no figure is surer than half of one. */
const LEAST_SLACK = 0.5;

const estimates: (Rtt | undefined)[] = new Array(REGIONS.length ** 2);

/**
 * The round trip to expect between two regions over the internet or the providers' backbones; a VPN gateway's own work
 * comes on top. What was measured goes first, then what was measured nearby, then distance alone. The same both ways,
 * `lo <= p50 <= hi`, and from 300 km on never faster than light in fibre.
 * Throws `InputError` where a region is not in the catalogue.
 */
export function estimateRtt(a: Place, b: Place): Rtt {
  const one = regionAt(a);
  const other = regionAt(b);
  const [first, second] = one.index <= other.index ? [one, other] : [other, one];
  const key = first.index * REGIONS.length + second.index;
  let rtt = estimates[key];
  if (!rtt) {
    rtt = estimate(first, second);
    estimates[key] = rtt;
  }
  return { ...rtt };
}

function estimate(a: Region, b: Region): Rtt {
  const km = distanceKm(a, b);
  const figure = figureOf(a, b);
  if (figure) return fromFigure(figure, km);
  if (a === b) return withinRegion();
  const neighbour = neighbourEstimate(a, b);
  if (neighbour) {
    const source = `neighbour: ${neighbour.nearest} (${neighbour.sources.join(", ")})`;
    return bounded({ ...neighbour, source }, km);
  }
  return fromDistance(km);
}

function fromFigure(figure: Figure, km: number): Rtt {
  const { ms: p50, source, asOf } = figure;
  const lo = Math.min(p50 * figure.lo, p50 - LEAST_SLACK);
  const hi = Math.max(p50 * figure.hi, p50 + LEAST_SLACK);
  return bounded({ p50, lo, hi, source: `measured: ${source}`, asOf }, km);
}

function fromDistance(km: number): Rtt {
  const p50 = typicalRtt(km);
  const band = km < METRO_KM ? METRO_MODEL : DISTANCE_MODEL;
  const source = "distance: fitted to cloudping.co";
  return bounded({ p50, lo: p50 * band.lo, hi: p50 * band.hi, source, asOf: DISTANCE_MODEL.asOf }, km);
}

/** Google Cloud and Azure publish nothing within a region: the median and the range of the regions of AWS. */
function withinRegion(): Rtt {
  const figures = REGIONS.map((region) => figureOf(region, region)).filter((figure) => figure !== undefined);
  const sorted = figures.map((figure) => figure.ms).sort((x, y) => x - y);
  const p50 = sorted[Math.floor(sorted.length / 2)] ?? METRO_MODEL.intercept;
  const source = "neighbour: regions of aws (cloudping.co)";
  const asOf = figures[0]?.asOf ?? DISTANCE_MODEL.asOf;
  return bounded({ p50, lo: sorted[0] ?? p50, hi: sorted.at(-1) ?? p50, source, asOf }, 0);
}

/** In tenths of a millisecond, the bounds rounded outwards; no bound under the fibre floor. */
function bounded({ p50, lo, hi, source, asOf }: Rtt, km: number): Rtt {
  const floor = km < METRO_KM ? 0.1 : Math.ceil(fibreFloor(km) * 10) / 10;
  const low = Math.max(floor, Math.floor(lo * 10) / 10);
  const typical = Math.max(low, Math.round(p50 * 10) / 10);
  return { p50: typical, lo: low, hi: Math.max(typical, Math.ceil(hi * 10) / 10), source, asOf };
}
