import { assertAgreement } from "./agreement";
import { firedFaults, writeFaults } from "./clouds/faults";
import type { Engine } from "./engine";
import { seeded } from "./seeded";

/** A create that is to fail once. */
export interface Victim {
  type: string;
  name: string;
}

/** Milliseconds until a failure is told: what runs beside it meets its own meanwhile, so that one update meets several. */
const TOLD_AFTER = 400;

/** What became of a run with failing creates. */
export interface MatrixResult {
  injected: number;
  /** Failures after which an update went through, with nothing doubled, orphaned or missing. */
  converged: number;
  updates: number;
}

/** What every update here is run with. */
export const UP = ["up", "--yes", "--skip-preview", "--suppress-outputs"];

/** Every resource that an update of the selected stack would create in a cloud, in order of name. */
export async function creates(engine: Engine): Promise<Victim[]> {
  const { steps } = (await engine.json(["preview", "--json"])) as { steps: { op: string; urn: string }[] };
  return steps
    .filter(({ op }) => op === "create")
    .map(({ urn }) => {
      const [, , types = "", ...name] = urn.split("::");
      return { type: types.split("$").at(-1) ?? "", name: name.join("::") };
    })
    .filter(({ type }) => !type.startsWith("pulumi:") && !type.startsWith("isthmus:"))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** One resource of each type, chosen by the seed. */
export function oneOfEachType(victims: Victim[], seed: number): Victim[] {
  const random = seeded(seed);
  const byType = new Map<string, Victim[]>();
  for (const victim of victims) byType.set(victim.type, [...(byType.get(victim.type) ?? []), victim]);
  return [...byType.values()].map((ofType) => ofType[Math.floor(random() * ofType.length)] as Victim);
}

/**
 * Lets the creates of all victims fail once and updates until an update goes through: after each failure the next update goes on, to
 * meet the next ones.
 *
 * @throws Error where an update fails for another reason than a failure that was asked for
 */
export async function runFaults(engine: Engine, victims: Victim[]): Promise<MatrixResult> {
  writeFaults(
    engine.clouds,
    victims.map((victim) => ({ ...victim, act: "fail", milliseconds: TOLD_AFTER })),
  );
  for (let updates = 1; ; updates++) {
    const before = firedFaults(engine.clouds).length;
    const { code, stdout, stderr } = await engine.run(UP);
    const fired = firedFaults(engine.clouds).length;
    if (code === 0) {
      await assertAgreement(engine);
      return { injected: fired, converged: fired, updates };
    }
    if (fired === before)
      throw new Error(`an update failed though no create was to fail: ${stdout}${stderr}`);
  }
}

function order({ type, name }: Victim): string {
  return `${type} ${name}`;
}
