import { SUITE } from "../../network/link/suite";

/** How Google Cloud spells algorithms, to the field's names; case counts ("Supported IKE ciphers", Cloud VPN, 2026-04-10). */
export const ENCRYPTIONS: Record<string, string> = {
  "3DES-CBC": "3des",
  "AES-CBC-128": "aes128",
  "AES-CBC-192": "aes192",
  "AES-CBC-256": "aes256",
  "AES-GCM-8-128": "aes128gcm8",
  "AES-GCM-8-192": "aes192gcm8",
  "AES-GCM-8-256": "aes256gcm8",
  "AES-GCM-12-128": "aes128gcm12",
  "AES-GCM-12-192": "aes192gcm12",
  "AES-GCM-12-256": "aes256gcm12",
  "AES-GCM-16-128": "aes128gcm16",
  "AES-GCM-16-192": "aes192gcm16",
  "AES-GCM-16-256": "aes256gcm16",
};

export const INTEGRITIES: Record<string, string> = {
  "HMAC-MD5-96": "md5",
  "HMAC-SHA1-96": "sha1",
  "HMAC-SHA2-256-128": "sha256",
  "HMAC-SHA2-384-192": "sha384",
  "HMAC-SHA2-512-256": "sha512",
};

/** Pseudo-random functions: what other clouds call the integrity of phase 1 when the encryption is AES-GCM. */
export const PSEUDO_RANDOM_FUNCTIONS: Record<string, string> = {
  "PRF-HMAC-MD5": "md5",
  "PRF-HMAC-SHA1": "sha1",
  "PRF-HMAC-SHA2-256": "sha256",
  "PRF-HMAC-SHA2-384": "sha384",
  "PRF-HMAC-SHA2-512": "sha512",
};

/** Diffie-Hellman group by number: 20 of `Group-20`; `undefined` of another word. */
export function groupOf(word: string): number | undefined {
  const number = /^Group-(\d+)$/.exec(word)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * The mesh's suite in Google's words, one value a role. Integrity is an empty list in both phases: AES-GCM brings its own,
 * and left out it would be Google's default list.
 */
export const GCP_SUITE = {
  ikeVersion: SUITE.ike,
  cipherSuite: {
    phase1: {
      encryptions: [spelling(ENCRYPTIONS, SUITE.phase1.encryption)],
      integrities: [] as string[],
      prves: [spelling(PSEUDO_RANDOM_FUNCTIONS, SUITE.phase1.integrity)],
      dhs: [`Group-${SUITE.phase1.group}`],
    },
    phase2: {
      encryptions: [spelling(ENCRYPTIONS, SUITE.phase2.encryption)],
      integrities: [] as string[],
      pfs: [`Group-${SUITE.phase2.group}`],
    },
  },
};

/** Google's word for a value; the table must have it, since the suite is fixed. */
function spelling(table: Record<string, string>, value: string): string {
  const word = Object.keys(table).find((key) => table[key] === value);
  if (!word) throw new Error(`Google Cloud has no word for ${value}`);
  return word;
}
