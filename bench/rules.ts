import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { Figure } from "./figure";

const once = z.object({
  resources: z.number(),
  milliseconds: z.number(),
  memory: z.number(),
  intact: z.boolean(),
});

/**
 * The inventory of 10,000 resources and all rules over it, in a process of its own, and how the time grows from 1,000. Sizes alternate and the
 * fastest run of each counts: what else the machine does can only slow one down.
 */
export async function rulesFigures(): Promise<Figure[]> {
  const rounds = Array.from({ length: 3 }, () => [run(1_000), run(10_000)] as const);
  const [small, large] = [0, 1].map((size) =>
    Math.min(...rounds.map((round) => round[size]?.milliseconds ?? 0)),
  );
  const memory = Math.max(...rounds.map(([, whole]) => whole.memory));
  return [
    { name: "rules-10000-resources", value: (large ?? 0) / 1000, unit: "s", limit: 2 },
    { name: "rules-10000-memory", value: memory, unit: "MB", limit: 500 },
    {
      name: "rules-growth-1000-to-10000",
      value: Math.log10((large ?? 0) / (small ?? 1)),
      unit: "exponent",
      limit: 1.2,
    },
  ];
}

function run(resources: number): z.infer<typeof once> {
  const args = ["--import", "tsx", join(__dirname, "rules-once.ts"), String(resources)];
  const child = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  const found = once.parse(JSON.parse(child.stdout));
  // Rules that find everything wrong, or nothing to look at, are too easy to measure.
  if (!found.intact) throw new Error(`the rules saw less of ${resources} resources than is there`);
  return found;
}
