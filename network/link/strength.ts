import type { TunnelEndFact } from "../model/network";
import { isUnknown, type OrUnknown } from "../model/resource";

/** Ciphers that bring their own integrity. */
export const AEAD = /gcm|ccm|poly1305/;
/** AES with 256-bit keys in any mode. */
const STRONG_ENCRYPTION = /^aes256/;
const STRONG_INTEGRITY = /^sha(256|384|512)$/;
/** 1, 2 and 5 are too short, 22-24 of doubtful origin, 14 below 128 bits (NIST SP 800-57, RFC 8247). */
const STRONG_GROUPS = new Set([15, 16, 17, 18, 19, 20, 21, 31]);

/**
 * What a tunnel end would accept that is weaker than the floor: AES-256, SHA-256 or better unless the cipher has its own
 * integrity, a group of 15-21 or 31 in both phases. What is not set is the cloud's default, which includes weak ones.
 * Unknown values are passed over: whoever asks must tell of them.
 */
export function weaknesses(end: Pick<TunnelEndFact, "phase1" | "phase2">): string[] {
  return [
    ...phaseWeaknesses("phase 1", end.phase1, "the key exchange"),
    ...phaseWeaknesses("phase 2", end.phase2, "perfect forward secrecy"),
  ];
}

function phaseWeaknesses(phase: string, proposal: TunnelEndFact["phase1"], groupsFor: string): string[] {
  const { encryption, integrity, groups } = proposal;
  const aeadOnly = known(encryption)?.every((cipher) => AEAD.test(cipher)) ?? false;
  return [
    ...unset(`${phase} encryption`, encryption),
    ...weak(`${phase} encryption`, encryption, (cipher) => STRONG_ENCRYPTION.test(cipher)),
    ...(aeadOnly ? [] : unset(`${phase} integrity`, integrity)),
    // With AEAD the value only seeds the key derivation; a weak one there is weak all the same.
    ...weak(`${phase} integrity`, integrity, (hash) => STRONG_INTEGRITY.test(hash) || AEAD.test(hash)),
    ...(aeadOnly || isUnknown(encryption) || known(integrity)?.length !== 0
      ? []
      : [`${phase} has no integrity`]),
    ...unset(`the group of ${groupsFor}`, groups),
    ...weak(`the group of ${groupsFor}`, groups, (group) => STRONG_GROUPS.has(group)),
    ...(known(groups)?.length === 0 ? [`${phase} has no group`] : []),
  ];
}

function unset(what: string, values: OrUnknown<unknown[]> | undefined): string[] {
  return values === undefined
    ? [`${what} is not set, so the cloud's default applies, which includes weak ones`]
    : [];
}

function weak<T>(what: string, values: OrUnknown<T[]> | undefined, strong: (value: T) => boolean): string[] {
  const found = (known(values) ?? []).filter((value) => !strong(value));
  return found.length > 0 ? [`${what} allows ${found.join(", ")}`] : [];
}

function known<T>(values: OrUnknown<T[]> | undefined): T[] | undefined {
  return values === undefined || isUnknown(values) ? undefined : values;
}
