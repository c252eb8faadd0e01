import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { type Judgement, nameIn, unknownAt } from "./judgement";

export const PSK_SECRET = "encryption-psk-secret";

/** No pre-shared key stands in clear, in the program or in the state of what makes it. */
export function pskSecret({ keys }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { urn, tunnel, stands, madeBy, origin } of keys) {
    if (isUnknown(stands)) judgement.unknowns.push(unknownAt(origin, "the key", "whether it is a secret"));
    if (stands !== "clear") continue;
    const key = `the pre-shared key of tunnel ${tunnel} of ${nameIn(urn)} (${urn})`;
    const [found, remedy] = madeBy
      ? [
          `is made by ${nameIn(madeBy)} (${madeBy}), whose result is no secret and stands in the state in clear`,
          "make it with `random.RandomPassword`",
        ]
      : [
          "is no secret, and so stands in the program's state in clear",
          "take it from `random.RandomPassword`, or from the configuration by `requireSecret`",
        ];
    judgement.problems.push({
      rule: PSK_SECRET,
      message: `${key} ${found}: whoever reads it can take the place of either end; ${remedy}.`,
      subjects: madeBy ? [origin.urn, madeBy] : [origin.urn],
    });
  }
  return judgement;
}
