import figures from "./figures.data.json";
import { placeName, REGIONS, type Region } from "./regions";

/** A published round trip: the mean of both directions. */
export interface Measurement {
  /** Milliseconds. */
  p50: number;
  /** Which table. */
  set: string;
  source: string;
  asOf: string;
  band: Band;
}

/** Factors on a typical value. */
export interface Band {
  lo: number;
  hi: number;
}

/**
 * How far a figure strays, by table. Two directions of one pair differ by 15 % at most in 99 of 100 cases, so either is
 * within 7.5 % of their mean; the Azure page moved by a median of 3 ms in a year. The figures of 2022 have aged:
 * against newer ones of the same pairs they stand at 0.90-1.15 (p10-p90, Azure 2025) and 0.93-1.12 (AWS 2025). Picked
 * ones were chosen from two directions that disagree, by what neighbours suggest, and are no surer than a neighbour.
 */
const BANDS: Record<string, Band> = {
  aws: { lo: 0.93, hi: 1.1 },
  azure: { lo: 0.93, hi: 1.1 },
  gcp: { lo: 0.9, hi: 1.15 },
  gcpPicked: { lo: 0.87, hi: 1.2 },
  cross: { lo: 0.9, hi: 1.15 },
};

const CELL = 3;
const COUNT = REGIONS.length;
const measurements: (Measurement | undefined)[] = load();

/** The published figure for a pair, in either order; for one region twice, its figure within the region. */
export function measured(a: Region, b: Region): Measurement | undefined {
  return measurements[a.index * COUNT + b.index];
}

function load(): (Measurement | undefined)[] {
  const byName = new Map(REGIONS.map((region) => [placeName(region), region.index]));
  const cells: (Measurement | undefined)[] = new Array(COUNT * COUNT);
  for (const { name: set, source, asOf, regions, rows } of figures.sets) {
    const band = BANDS[set];
    if (!band) throw new Error(`figures.data.json: no band for ${set}`);
    const indexes = regions.map((name) => byName.get(name) ?? -1);
    rows.forEach((row, line) => {
      const a = indexes[line] ?? -1;
      for (let column = 0; column <= line; column++) {
        const tenths = Number.parseInt(row.slice(column * CELL, column * CELL + CELL), 36);
        const b = indexes[column] ?? -1;
        if (Number.isNaN(tenths) || a < 0 || b < 0) continue;
        const measurement = { p50: tenths / 10, set, source, asOf, band };
        cells[a * COUNT + b] = measurement;
        cells[b * COUNT + a] = measurement;
      }
    });
  }
  return cells;
}
