import type { Inventory } from "../model/inventory";
import type { Judgement } from "./judgement";

export const EXISTING_DECLARED_RIGHT = "address-existing-declared";

/**
 * What was said of existing networks and gateways is what their cloud says: all else was judged by it. Nothing to say where the cloud has
 * not been asked, as in a check without credentials: there is nothing that could be unknown but the world itself.
 */
export function existingDeclared({ existing = [] }: Inventory): Judgement {
  return {
    problems: existing.flatMap(({ member, what, declared, actual, origin }) =>
      actual
        .filter((one) => !declared.includes(one))
        .map((one) => ({
          rule: EXISTING_DECLARED_RIGHT,
          message:
            `${member} says of what it brings with it that the ${what} is ${declared.join(", ")}, and its cloud says ${one}: ` +
            `everything was judged by what is said; write ${one} into ${origin.property}.`,
          subjects: [origin.urn],
        })),
    ),
    unknowns: [],
  };
}
