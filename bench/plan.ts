import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SOURCES } from "../components/plan-sources";
import { emptyLock } from "../network/address/lock";
import { planMesh } from "../network/plan/plan";
import type { MeshSpec } from "../network/spec/shape";
import type { Figure } from "./figure";
import { median } from "./median";
import { meshOf } from "./mesh-of";

/** Milliseconds of one plan in this process. */
function planTime(spec: MeshSpec): number {
  const start = process.hrtime.bigint();
  planMesh(spec, emptyLock(), SOURCES);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** A plan of 200 members in a process of its own, and how the time grows from 50 to 200. */
export async function planFigures(): Promise<Figure[]> {
  const specs = [meshOf(50), meshOf(200)] as const;
  // The first rounds compile the code; then the two sizes alternate, so that the machine's mood meets both alike.
  const rounds = Array.from({ length: 24 }, () => specs.map(planTime)).slice(3);
  const [small, large] = [0, 1].map((size) => median(rounds.map((round) => round[size] ?? 0)));
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
      value: Math.log((large ?? 0) / (small ?? 0)) / Math.log(4),
      unit: "exponent",
      limit: 1.3,
    },
  ];
}
