import { SUITE } from "../../network/link/suite";

/**
 * How AWS spells IKE versions and algorithms, to the field's names (EC2 API model 2016-11-15, `VpnTunnelOptions`, as of
 * 2026-08-07). Diffie-Hellman groups are numbers here and there.
 */
export const IKE_VERSIONS: Record<string, number> = { ikev1: 1, ikev2: 2 };

export const ENCRYPTIONS: Record<string, string> = {
  AES128: "aes128",
  AES256: "aes256",
  "AES128-GCM-16": "aes128gcm16",
  "AES256-GCM-16": "aes256gcm16",
};

export const INTEGRITIES: Record<string, string> = {
  SHA1: "sha1",
  "SHA2-256": "sha256",
  "SHA2-384": "sha384",
  "SHA2-512": "sha512",
};

/**
 * The mesh's suite in AWS's words. Integrity of phase 2 is not used with AES-GCM, but left unset it would be a list with
 * SHA-1 in it.
 */
export const AWS_SUITE = {
  ikeVersion: spelling(IKE_VERSIONS, SUITE.ike),
  phase1: {
    encryption: spelling(ENCRYPTIONS, SUITE.phase1.encryption),
    integrity: spelling(INTEGRITIES, SUITE.phase1.integrity),
    group: SUITE.phase1.group,
    /** Seconds; the longest that AWS takes, and Azure's only one. */
    lifetime: 28_800,
  },
  phase2: {
    encryption: spelling(ENCRYPTIONS, SUITE.phase2.encryption),
    integrity: spelling(INTEGRITIES, SUITE.phase1.integrity),
    group: SUITE.phase2.group,
    /** Seconds; the longest that AWS takes. */
    lifetime: 3_600,
  },
};

/** AWS's word for a value; the table must have it, since the suite is fixed. */
function spelling<T>(table: Record<string, T>, value: T): string {
  const word = Object.keys(table).find((key) => table[key] === value);
  if (!word) throw new Error(`AWS has no word for ${value}`);
  return word;
}
