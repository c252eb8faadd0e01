import { setTimeout as sleep } from "node:timers/promises";
import type { Running } from "./lifeline";

/** A program is ready in seconds; a busy machine takes longer. In milliseconds. */
const PATIENCE = 120_000;

/**
 * Asks until there is an answer: while a program starts, being refused is what not being ready looks like.
 *
 * @throws Error with what the programs said when one of them ends first, or none is ready in the end
 */
export async function untilReady<T>(
  programs: readonly Running[],
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  let reason: unknown;
  for (const end = Date.now() + PATIENCE; ; await sleep(50)) {
    const over = programs.find((program) => program.ended() !== undefined);
    if (over) throw new Error(`ended (${over.ended()}) before it was ready:\n${over.log()}`);
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = error;
    }
    if (Date.now() > end) {
      throw new Error(`not ready (${reason}):\n${programs.map(({ log }) => log()).join("\n")}`);
    }
  }
}
