import type { ProposalFact } from "../../../network/model/network";
import { texts } from "../../../network/model/property";
import type { OrUnknown } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { ENCRYPTIONS, groupOf, INTEGRITIES, PSEUDO_RANDOM_FUNCTIONS } from "../ciphers";

/**
 * What a tunnel offers. The pseudo-random function of phase 1 counts as its integrity, as other clouds call it: with
 * AES-GCM it is the only hash there is.
 */
export function proposalsOf(props: unknown): { phase1: ProposalFact; phase2: ProposalFact } {
  return { phase1: phase1Of(props), phase2: phase2Of(props) };
}

function phase1Of(props: unknown): ProposalFact {
  const phase = "cipherSuite.phase1";
  const encryption = wordsAt(props, `${phase}.encryptions`, ENCRYPTIONS);
  const integrity = wordsAt(props, `${phase}.integrities`, INTEGRITIES);
  const functions = wordsAt(props, `${phase}.prves`, PSEUDO_RANDOM_FUNCTIONS);
  return {
    encryption: nonEmpty(encryption),
    integrity: nonEmpty(together(integrity, functions)),
    groups: nonEmpty(groupsAt(props, `${phase}.dhs`)),
  };
}

function phase2Of(props: unknown): ProposalFact {
  const phase = "cipherSuite.phase2";
  const encryption = wordsAt(props, `${phase}.encryptions`, ENCRYPTIONS);
  const integrity = wordsAt(props, `${phase}.integrities`, INTEGRITIES);
  return {
    encryption: nonEmpty(encryption),
    // A list that is empty is one that the state leaves out; it means none only beside AES-GCM.
    integrity: isAead(encryption) ? (integrity ?? []) : nonEmpty(integrity),
    groups: nonEmpty(groupsAt(props, `${phase}.pfs`)),
  };
}

/** Google's words as the field's; a word that is not in the table as it is, for a rule to refuse. */
function wordsAt(
  props: unknown,
  path: string,
  table: Record<string, string>,
): OrUnknown<string[]> | undefined {
  const words = texts(props, path);
  if (words === undefined || isUnknown(words)) return words;
  return words.map((word) => (Object.hasOwn(table, word) ? (table[word] ?? word) : word.toLowerCase()));
}

function groupsAt(props: unknown, path: string): OrUnknown<number[]> | undefined {
  const words = texts(props, path);
  if (words === undefined || isUnknown(words)) return words;
  const groups = words.map(groupOf);
  return groups.every((group): group is number => group !== undefined) ? groups : UNKNOWN;
}

function together(
  one: OrUnknown<string[]> | undefined,
  other: OrUnknown<string[]> | undefined,
): OrUnknown<string[]> | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return isUnknown(one) || isUnknown(other) ? UNKNOWN : [...new Set([...one, ...other])];
}

/** An empty list is not set: Google Cloud then takes its own, which includes weak ones. */
function nonEmpty<T>(values: OrUnknown<T[]> | undefined): OrUnknown<T[]> | undefined {
  return Array.isArray(values) && values.length === 0 ? undefined : values;
}

function isAead(encryption: OrUnknown<string[]> | undefined): boolean {
  return (
    Array.isArray(encryption) && encryption.length > 0 && encryption.every((word) => word.includes("gcm"))
  );
}
