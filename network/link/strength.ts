import type { ProposalFact, TunnelEndFact } from "../model/network";
import { isUnknown, type OrUnknown } from "../model/resource";

/** Ciphers that bring their own integrity. */
const AEAD = /gcm|ccm|poly1305/;
/** AES with 256-bit keys in any mode. */
const STRONG_ENCRYPTION = /^aes256/;
const STRONG_INTEGRITY = /^sha(256|384|512)$/;
/** 1, 2 and 5 are too short, 22-24 of doubtful origin, 14 below 128 bits (NIST SP 800-57, RFC 8247). */
const STRONG_GROUPS = new Set([15, 16, 17, 18, 19, 20, 21, 31]);

/** What an end would accept that is weaker than the floor, and what of it cannot be seen yet. */
export interface Strength {
  /** A clause each. */
  weaknesses: string[];
  /** Roles whose value is not known: `phase 1 encryption`. */
  unknowns: string[];
}

/**
 * What a tunnel end would accept that is weaker than the floor: AES-256, SHA-256 or better unless the cipher has its own
 * integrity, a group of 15-21 or 31 in both phases. What is not set is the cloud's default, which includes weak ones.
 */
export function strengthOf(end: Pick<TunnelEndFact, "phase1" | "phase2">): Strength {
  const phases = [phaseStrength("phase 1", end.phase1, true), phaseStrength("phase 2", end.phase2, false)];
  return {
    weaknesses: phases.flatMap((phase) => phase.weaknesses),
    unknowns: phases.flatMap((phase) => phase.unknowns),
  };
}

/** IKE derives keys by a hash whatever its cipher is, so in phase 1 one that is not set is one that the cloud chooses. */
function phaseStrength(phase: string, proposal: ProposalFact, hashes: boolean): Strength {
  const { encryption, integrity, groups } = proposal;
  const aead = aeadOnly(encryption);
  const roles = [
    role(`${phase} encryption`, encryption, (cipher) => STRONG_ENCRYPTION.test(cipher)),
    // With AEAD the value only seeds the key derivation; a weak one there is weak all the same.
    role(
      `${phase} integrity`,
      aead && !hashes ? (integrity ?? []) : integrity,
      (hash) => STRONG_INTEGRITY.test(hash) || AEAD.test(hash),
    ),
    role(`${phase} Diffie-Hellman group`, groups, (group) => STRONG_GROUPS.has(group)),
  ];
  const none = [
    ...(isEmpty(encryption) ? [`${phase} has no encryption`] : []),
    ...(!aead && isEmpty(integrity) && !isUnknown(encryption) ? [`${phase} has no integrity`] : []),
    ...(isEmpty(groups) ? [`${phase} has no Diffie-Hellman group`] : []),
  ];
  return {
    weaknesses: [...roles.flatMap((one) => one.weaknesses), ...none],
    unknowns: roles.flatMap((one) => one.unknowns),
  };
}

function role<T>(what: string, values: OrUnknown<T[]> | undefined, strong: (value: T) => boolean): Strength {
  if (values === undefined) {
    return {
      weaknesses: [`${what} is not set, so the cloud's default applies, which includes weak ones`],
      unknowns: [],
    };
  }
  if (isUnknown(values)) return { weaknesses: [], unknowns: [what] };
  const weak = values.filter((value) => !strong(value));
  return { weaknesses: weak.length > 0 ? [`${what} allows ${weak.join(", ")}`] : [], unknowns: [] };
}

/** Whether an end accepts ciphers with their own integrity only. */
export function aeadOnly(ciphers: OrUnknown<string[]> | undefined): boolean {
  return isNonEmpty(ciphers) && ciphers.every((cipher) => AEAD.test(cipher));
}

function isNonEmpty<T>(values: OrUnknown<T[]> | undefined): values is T[] {
  return values !== undefined && !isUnknown(values) && values.length > 0;
}

function isEmpty<T>(values: OrUnknown<T[]> | undefined): boolean {
  return values !== undefined && !isUnknown(values) && values.length === 0;
}
