import { checkFigures } from "./check";
import type { Figure } from "./figure";
import { fallsShort, printFigure } from "./figure";
import { opaFigures } from "./opa";
import { overlapFigures } from "./overlap";
import { planFigures } from "./plan";
import { reachFigures } from "./reach";
import { rulesFigures } from "./rules";

const SUITES: Record<string, () => Promise<Figure[]>> = {
  overlap: overlapFigures,
  opa: opaFigures,
  plan: planFigures,
  reach: reachFigures,
  rules: rulesFigures,
  check: checkFigures,
};

/** Not asked for unless it is named: what it is measured against takes two to three minutes to build. */
const BY_NAME_ONLY = new Set(["opa"]);

/**
 * Figures, each measured against its own baseline in this run: all suites but `opa`, or those that are named
 * (`npm run bench -- overlap plan`). Exits with 1 when one falls short.
 */
async function main(names: string[]): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(SUITES).filter((name) => !BY_NAME_ONLY.has(name));
  let short = false;
  for (const name of chosen) {
    const suite = SUITES[name];
    if (!suite) throw new Error(`there is no suite ${name}; there are ${Object.keys(SUITES).join(", ")}`);
    for (const figure of await suite()) {
      printFigure(figure);
      short ||= fallsShort(figure);
    }
  }
  process.exitCode = short ? 1 : 0;
}

main(process.argv.slice(2));
