import figures from "./figures.data.json";
import type { Region } from "./regions";
import { placeName, REGIONS } from "./regions";

/** A published round trip between two regions, the mean of both directions. */
export interface Figure {
  /** Milliseconds. */
  ms: number;
  source: string;
  asOf: string;
  /** Factors of the band round it, see {@link BANDS}. */
  lo: number;
  hi: number;
}

/**
 * How far a published figure may be off. Providers' own medians moved by 3 ms in a year (Azure, 2025 to 2026), and the two
 * directions of a pair differ by some per cent. Skyplane's single pings of 2022 against newer figures for the same pairs: ratio p10
 * 0.90, p90 1.15. Pairs whose two directions disagreed in 2022 (`gcpPicked`) get the neighbour's wider band.
 */
const BANDS: Record<string, { lo: number; hi: number }> = {
  aws: { lo: 0.95, hi: 1.08 },
  azure: { lo: 0.95, hi: 1.08 },
  gcp: { lo: 0.9, hi: 1.15 },
  gcpPicked: { lo: 0.87, hi: 1.2 },
  cross: { lo: 0.9, hi: 1.15 },
};

/** By smaller and larger index of the two regions in the catalogue. */
const byPair = new Map<number, Figure>();

const indexOf = new Map(REGIONS.map((region) => [placeName(region), region.index]));
for (const { name, source, asOf, regions, rows } of figures.sets) {
  const band = BANDS[name] ?? { lo: 0.9, hi: 1.15 };
  const indices = regions.map((region) => indexOf.get(region) ?? -1);
  rows.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const cell = row.slice(3 * j, 3 * j + 3);
      if (cell === "---") continue;
      const key = pairKey(indices[i] ?? -1, indices[j] ?? -1);
      if (!byPair.has(key)) byPair.set(key, { ms: Number.parseInt(cell, 36) / 10, source, asOf, ...band });
    }
  });
}

/** What was published for a pair, the better source where there are two; the same both ways. */
export function figureOf(a: Region, b: Region): Figure | undefined {
  return byPair.get(pairKey(a.index, b.index));
}

/** One number for two regions, whichever comes first. */
export function pairKey(a: number, b: number): number {
  return a < b ? a * 1024 + b : b * 1024 + a;
}
