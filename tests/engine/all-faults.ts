import { assertAgreement } from "./agreement";
import { writeFaults } from "./clouds/faults";
import { startEngine } from "./engine";
import { creates, oneOfEachType, UP, type Victim } from "./fault-matrix";

/**
 * `npm run faults`: lets one create fail, from nothing, and updates again; of one resource of each type, or with `--all` of every
 * resource of dev. Prints a line for each and exits with 1 where one did not converge. About half a minute a fault.
 */
async function main(everything: boolean): Promise<void> {
  const all = await victims();
  const chosen = everything ? all : oneOfEachType(all, 20_261_123);
  let converged = 0;
  for (const victim of chosen) {
    const fault = await converges(victim);
    if (fault === undefined) converged++;
    console.log(
      `${fault === undefined ? "converged" : "NOT CONVERGED"} ${victim.type} ${victim.name}${fault ? `: ${fault}` : ""}`,
    );
  }
  console.log(`${chosen.length} faults injected, ${converged} converged`);
  process.exitCode = converged === chosen.length ? 0 : 1;
}

async function victims(): Promise<Victim[]> {
  const engine = await startEngine();
  try {
    return await creates(engine);
  } finally {
    await engine.stop();
  }
}

/** What kept it from converging; nothing where it did. */
async function converges(victim: Victim): Promise<string | undefined> {
  const engine = await startEngine();
  try {
    writeFaults(engine.clouds, [{ ...victim, act: "fail" }]);
    const failed = await engine.run(UP);
    if (failed.code === 0) return "the update with the failing create did not fail";
    const next = await engine.run(UP);
    if (next.code !== 0) return next.stdout + next.stderr;
    await assertAgreement(engine);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await engine.stop();
  }
}

void main(process.argv.includes("--all"));
