import fc from "fast-check";
import type { Resource } from "../../network/model/resource";
import { hostileResource, judgeAll } from "./hostile";

/** Property bags in all. */
const BAGS = 100_000;
/** Resources judged together. */
const TOGETHER = 4;
/** Stacks that are thought up at once. */
const BATCH = 250;
/** Milliseconds that one bag may take: of those judged together, the mean. */
const LIMIT = 50;

/** `npm run fuzz [-- SEED]`: exits with 1 where properties crash a reader or a rule, or take too long. */
function main(first: number): void {
  const stack = fc.array(hostileResource(), { minLength: TOGETHER, maxLength: TOGETHER });
  const batches = BAGS / TOGETHER / BATCH;
  let [slowest, faults] = [0, 0];
  for (let seed = first; seed < first + batches; seed++) {
    for (const [index, resources] of fc.sample(stack, { numRuns: BATCH, seed }).entries()) {
      const name = `stack ${index} of seed ${seed} (${resources.map(({ type }) => type).join(", ")})`;
      const { milliseconds, error } = judged(resources);
      // The first batch is slower: nothing has been compiled yet.
      const slow = seed > first && milliseconds > LIMIT;
      if (seed > first) slowest = Math.max(slowest, milliseconds);
      if (error !== undefined) console.log(`${name}: ${String(error)}`);
      if (slow) console.log(`${name} takes ${milliseconds.toFixed(0)} ms a resource`);
      if (error !== undefined || slow) faults++;
    }
  }
  console.log(`${BAGS} bags of properties, ${faults} faults, ${slowest.toFixed(1)} ms at most`);
  if (faults > 0) process.exitCode = 1;
}

function judged(resources: Resource[]): { milliseconds: number; error?: unknown } {
  const start = process.hrtime.bigint();
  const taken = () => Number(process.hrtime.bigint() - start) / 1e6 / TOGETHER;
  try {
    judgeAll(resources);
    return { milliseconds: taken() };
  } catch (error) {
    return { milliseconds: taken(), error };
  }
}

main(Number(process.argv[2] ?? 6));
