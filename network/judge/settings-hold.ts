import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import type { Setting } from "../model/setting";
import { type Judgement, nameIn, unknownAt } from "./judgement";

/** A rule that asks for settings, each resource by itself. */
export interface Wanted {
  rule: string;
  settings: readonly Setting[];
  /** What comes of it where one does not hold, as a clause: `whoever reads etcd reads them`. */
  why: string;
  /** What is judged, as a clause: `whether Secrets are encrypted`. */
  question: string;
}

/** Every resource that has one of the settings has it as it should be. */
export function settingsHold({ settings }: Inventory, { rule, why, question, ...wanted }: Wanted): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { setting, urn, holds, found, remedy, origin } of settings) {
    if (holds === true || !wanted.settings.includes(setting)) continue;
    if (isUnknown(holds)) {
      judgement.unknowns.push(unknownAt(origin, setting, question));
      continue;
    }
    judgement.problems.push({
      rule,
      message: `${nameIn(urn)} (${urn}) ${found}: ${why}; ${remedy}.`,
      subjects: [origin.urn],
    });
  }
  return judgement;
}
