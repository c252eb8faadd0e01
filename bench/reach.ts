import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { reachOf } from "../inventory/reach";
import type { Figure } from "./figure";
import { networkOf } from "./reach-mesh";

/** Reach over 100 members and over 30, each in a process of its own, and how the time grows from 25 to 100. */
export async function reachFigures(): Promise<Figure[]> {
  const links = once(100, "links");
  const all = once(30, "all");
  const networks = [networkOf(25), networkOf(100)];
  // The two sizes alternate, and the fastest run of each counts: what else the machine does can only slow one down.
  const rounds = Array.from({ length: 6 }, () => networks.map(milliseconds));
  const [small, large] = [0, 1].map((size) => Math.min(...rounds.map((round) => round[size] ?? 0)));
  return [
    { name: "reach-100-members-links", value: links.seconds, unit: "s", limit: 10 },
    { name: "reach-100-members-memory", value: links.memory, unit: "MB", limit: 1000 },
    {
      name: "reach-growth-25-to-100",
      value: Math.log((large ?? 0) / (small ?? 0)) / Math.log(4),
      unit: "exponent",
      limit: 2.2,
    },
    { name: "reach-30-members-all-failures", value: all.seconds, unit: "s", limit: 3 },
  ];
}

/** Of one run in this process; what was found of a network once is kept, so each run gets one that is new. */
function milliseconds(network: ReturnType<typeof networkOf>): number {
  const fresh = { ...network };
  const start = process.hrtime.bigint();
  reachOf(fresh, "links");
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** What `reach-once.ts` prints. */
interface Once {
  seconds: number;
  memory: number;
  reached: number;
}

/** A mesh in which not everybody reaches everybody is too easy to measure. */
function once(members: number, failures: "links" | "all"): Once {
  const args = ["--import", "tsx", join(__dirname, "reach-once.ts"), String(members), failures];
  const child = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  const found = JSON.parse(child.stdout) as Once;
  if (found.reached !== 2 * members * (members - 1)) {
    throw new Error(`of ${members} members only ${found.reached} pairs get through, in two layers`);
  }
  return found;
}
