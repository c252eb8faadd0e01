import { checkFigures } from "./check";
import type { Figure } from "./figure";
import { fallsShort, printFigure } from "./figure";
import { overlapFigures } from "./overlap";
import { planFigures } from "./plan";

/** Every quick figure, each measured against its own baseline in this run. Exits with 1 when one falls short. */
async function main(): Promise<void> {
  const suites: (() => Promise<Figure[]>)[] = [overlapFigures, planFigures, checkFigures];
  let short = false;
  for (const suite of suites) {
    for (const figure of await suite()) {
      printFigure(figure);
      short ||= fallsShort(figure);
    }
  }
  process.exitCode = short ? 1 : 0;
}

main();
