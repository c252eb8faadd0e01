/**
 * Turns the published latency tables into `figures.data.json`: `npm run place:data -- <data folder>`.
 * A tool to run by hand when a table is renewed; nothing imports it. The folder holds `regions.csv`, `latency-aws.csv`,
 * `latency-azure.csv`, `latency-gcp.csv` and `latency-cross.csv`, described in `SOURCES.md`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Coordinates } from "./distance";
import { distanceKm, fibreFloor } from "./distance";

type Row = Record<string, string>;

/** A published figure between two places, `aws/eu-west-1`, one way. */
interface Figure {
  from: string;
  to: string;
  ms: number;
}

const SKYPLANE = {
  source: "Skyplane",
  asOf: "2022-04-16",
  licence: "Apache-2.0",
  url: "https://github.com/skyplane-project/skyplane (profiles/latency.csv @ 945dca27)",
};

const folder = process.argv[2];
if (!folder) {
  console.error("usage: npm run place:data -- <data folder>");
  process.exit(2);
}
main(folder);

function main(folder: string): void {
  const table = (name: string) => parse(readFileSync(join(folder, name), "utf8"));
  const regions = table("regions.csv").sort((a, b) => order(placeOf(a), placeOf(b)));
  const coordinates = new Map(
    regions.map((row) => [placeOf(row), { lat: Number(row.lat), lon: Number(row.lon) }]),
  );
  const within = (cloud: string, rows: Row[], column: string) =>
    rows.map((row) => ({ from: `${cloud}/${row.from}`, to: `${cloud}/${row.to}`, ms: Number(row[column]) }));
  const gcp = (quality: string) =>
    within(
      "gcp",
      table("latency-gcp.csv").filter((row) => row.quality === quality),
      "rtt_ms",
    );
  const cross = table("latency-cross.csv").map((row) => ({
    from: `${row.from_cloud}/${row.from_region}`,
    to: `${row.to_cloud}/${row.to_region}`,
    ms: Number(row.rtt_ms),
  }));
  const sets = [
    {
      name: "aws",
      source: "cloudping.co",
      asOf: "2025-10",
      licence: "Apache-2.0 (repository)",
      url: "https://github.com/oaustegard/oaustegard.github.io (web-utilities/aws-ping-p50-1y.json @ a6d652c)",
      ...triangle(within("aws", table("latency-aws.csv"), "p50_ms"), coordinates),
    },
    {
      name: "azure",
      source: "Microsoft",
      asOf: "2026-07-30",
      licence: "CC-BY-4.0",
      url: "https://github.com/MicrosoftDocs/azure-docs (articles/networking/azure-network-latency.md)",
      ...triangle(within("azure", table("latency-azure.csv"), "p50_ms"), coordinates),
    },
    { name: "gcp", ...SKYPLANE, ...triangle(gcp("agree"), coordinates) },
    { name: "gcpPicked", ...SKYPLANE, ...triangle(gcp("picked"), coordinates) },
    { name: "cross", ...SKYPLANE, ...triangle(cross, coordinates) },
  ];
  const lines = regions.map((row) => [placeOf(row), row.lat, row.lon, row.city, row.country].join("|"));
  const file = join(__dirname, "figures.data.json");
  writeFileSync(
    file,
    `${JSON.stringify({ attribution: "see SOURCES.md", regions: lines, sets }, null, 1)}\n`,
  );
  console.log(
    `${file}: ${lines.length} regions, ${sets.map((set) => `${set.name} ${set.pairs}`).join(", ")}`,
  );
}

/**
 * The mean of both directions of each pair as a triangle: row i has a cell for each of regions 0..i, three base-36
 * digits of tenths of a millisecond, `---` where nothing is published.
 */
function triangle(figures: Figure[], coordinates: Map<string, Coordinates>) {
  const directions = new Map<string, number[]>();
  for (const { from, to, ms } of figures.filter((figure) => credible(figure, coordinates))) {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    directions.set(key, [...(directions.get(key) ?? []), ms]);
  }
  const regions = [...new Set([...directions.keys()].flatMap((key) => key.split(" ")))].sort(order);
  const rows = regions.map((to, row) =>
    regions
      .slice(0, row + 1)
      .map((from) => cell(directions.get(`${from} ${to}`)))
      .join(""),
  );
  return { pairs: directions.size, regions, rows };
}

function cell(directions: number[] | undefined): string {
  if (!directions) return "---";
  const mean = directions.reduce((sum, ms) => sum + ms, 0) / directions.length;
  return Math.round(mean * 10)
    .toString(36)
    .padStart(3, "0");
}

/** Beyond 300 km a figure under the fibre floor is an error of measurement; nearer, of the cities' coordinates. */
function credible({ from, to, ms }: Figure, coordinates: Map<string, Coordinates>): boolean {
  const a = coordinates.get(from);
  const b = coordinates.get(to);
  if (!a || !b) throw new Error(`${from} or ${to} is not in regions.csv`);
  if (!(ms > 0 && ms < 4000)) throw new Error(`${from} to ${to}: ${ms} ms is no round trip`);
  const km = distanceKm(a, b);
  if (km < 300 || ms >= fibreFloor(km)) return true;
  console.warn(
    `left out: ${from} to ${to}, ${ms} ms over ${Math.round(km)} km is faster than light in fibre`,
  );
  return false;
}

function placeOf(row: Row): string {
  return `${row.cloud}/${row.region}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The tables have no quoted fields. */
function parse(text: string): Row[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const keys = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    if (values.length !== keys.length) throw new Error(`${keys.length} fields expected: ${line}`);
    return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
  });
}
