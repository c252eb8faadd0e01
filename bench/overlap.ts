import { type Cidr, cidr } from "../network/address/cidr";
import { compareCidrs, overlaps } from "../network/address/overlap";
import type { Figure } from "./figure";
import { median } from "./median";
import { rangeTexts } from "./range-texts";

const RANGES = 100_000;
const ROUNDS = 15;

/**
 * What finding every overlapping pair costs over parsing and sorting alone, which any check of ranges has to
 * do. Both are run in turn, so that what else the machine does hits both.
 */
export async function overlapFigures(): Promise<Figure[]> {
  const texts = rangeTexts(RANGES, 20_261_122);
  const sorting: number[] = [];
  const sweeping: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [sort, sweep] = await measured(
      () => parsed(texts).sort((a, b) => compareCidrs(a.cidr, b.cidr)),
      () => overlaps(parsed(texts)),
      round % 2 === 0,
    );
    if (round === 0) continue; // the first warms up
    sorting.push(sort);
    sweeping.push(sweep);
  }
  return [
    { name: "overlap-over-sort", value: median(sweeping) / median(sorting), unit: "times", limit: 1.3 },
  ];
}

/** Milliseconds of one run of each. */
async function measured(
  first: () => unknown,
  second: () => unknown,
  firstFirst: boolean,
): Promise<[number, number]> {
  // An ES module, which this package's CommonJS can load in this way only.
  const { Bench } = await import("tinybench");
  const bench = new Bench({ iterations: 1, time: 0, warmup: false });
  const tasks: [string, () => unknown][] = [
    ["first", first],
    ["second", second],
  ];
  for (const [name, run] of firstFirst ? tasks : tasks.reverse()) bench.add(name, run);
  await bench.run();
  const [one = 0, other = 0] = ["first", "second"].map((name) => {
    const result = bench.getTask(name)?.result;
    if (result?.state !== "completed") throw new Error(`the ${name} run gave no figure`);
    return result.latency.p50;
  });
  return [one, other];
}

function parsed(texts: readonly string[]): { cidr: Cidr }[] {
  return texts.map((text) => ({ cidr: cidr(text) }));
}
