import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SOURCES } from "../components/plan-sources";
import { emptyLock } from "../network/address/lock";
import { planMesh } from "../network/plan/plan";
import type { Figure } from "./figure";
import { median } from "./median";
import { meshOf } from "./mesh-of";

/** Time of a plan in this process, after a first run that compiles the code. */
function planTime(count: number): number {
  const spec = meshOf(count);
  const times = Array.from({ length: 7 }, () => {
    const start = process.hrtime.bigint();
    planMesh(spec, emptyLock(), SOURCES);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return median(times);
}

/** A plan of 200 members in a process of its own, and how the time grows from 50 to 200. */
export async function planFigures(): Promise<Figure[]> {
  planTime(50);
  const [small, large] = [planTime(50), planTime(200)];
  const start = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "plan-once.ts"), "200"], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return [
    { name: "plan-200-members", value: seconds, unit: "s", limit: 2 },
    { name: "plan-200-members-memory", value: Number(child.stdout), unit: "MB", limit: 500 },
    {
      name: "plan-growth-50-to-200",
      value: Math.log(large / small) / Math.log(4),
      unit: "exponent",
      limit: 1.3,
    },
  ];
}
