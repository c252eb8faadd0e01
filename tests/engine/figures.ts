import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, fallsShort, printFigure } from "../../bench/figure";
import { type Engine, startEngine } from "./engine";
import { creates, oneOfEachType, runFaults } from "./fault-matrix";
import { REPOSITORY } from "./project";

const ROUNDS = 3;

/** `npm run bench:engine`: what policies cost under the real engine, how `check` compares, and the fault matrix, in one run. */
async function main(): Promise<void> {
  const figures = [...(await policyOverhead()), await checkOverPreview(), ...(await faults())];
  for (const figure of figures) printFigure(figure);
  process.exitCode = figures.some(fallsShort) ? 1 : 0;
}

/** Milliseconds that a preview takes longer with the pack than with an empty one of as many rules, by resource. */
async function policyOverhead(): Promise<Figure[]> {
  return withEngine("dev", async (engine) => {
    const resources = (await creates(engine)).length;
    const [own, empty] = await fastest(
      () => preview(engine, join(engine.project, "policies")),
      () => preview(engine, join(__dirname, "empty-pack")),
    );
    return [{ name: "policy-overhead", value: (own - empty) / resources, unit: "ms/resource", limit: 3 }];
  });
}

/** `check --stack prod` against a preview of the same stack with the same pack. */
async function checkOverPreview(): Promise<Figure> {
  return withEngine("prod", async (engine) => {
    const [check, previewed] = await fastest(
      async () => checked(engine),
      () => preview(engine, join(engine.project, "policies")),
    );
    return { name: "check-over-preview", value: check / previewed, unit: "ratio", limit: 0.6 };
  });
}

async function faults(): Promise<Figure[]> {
  return withEngine("dev", async (engine) => {
    const victims = oneOfEachType(await creates(engine), 20_261_123);
    const { injected, converged } = await runFaults(engine, victims);
    return [
      { name: "faults-injected", value: injected, unit: "faults" },
      { name: "faults-converged", value: converged, unit: "faults" },
      { name: "faults-not-converged", value: victims.length - converged, unit: "faults", limit: 0 },
    ];
  });
}

async function withEngine<T>(environment: string, body: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await startEngine({ environments: [environment] });
  try {
    return await body(engine);
  } finally {
    await engine.stop();
  }
}

async function preview(engine: Engine, pack: string): Promise<void> {
  const { code, stdout, stderr } = await engine.run(["preview", "--policy-pack", pack]);
  if (code !== 0) throw new Error(stdout + stderr);
}

function checked({ project }: Engine): void {
  const command = [join(REPOSITORY, "dist/cli/main.js"), "check", "--stack", "prod"];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** Milliseconds of the fastest run of each; they alternate, so that what else the machine does meets both. */
async function fastest(...bodies: [() => Promise<void>, () => Promise<void>]): Promise<[number, number]> {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of [0, 1] as const) {
      const start = process.hrtime.bigint();
      await bodies[index]();
      best[index] = Math.min(best[index], Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return best;
}

void main();
