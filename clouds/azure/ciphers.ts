import { SUITE } from "../../network/link/suite";
import type { Cloud } from "../../network/spec/shape";

/**
 * How Azure spells algorithms, to the field's names (azure-docs IPsec policy FAQ @ 11ee015; Network API 2024-05-01). An
 * empty text: none is needed, as integrity with AES-GCM.
 */
export const ENCRYPTIONS: Record<string, string> = {
  None: "none",
  DES: "des",
  DES3: "3des",
  AES128: "aes128",
  AES192: "aes192",
  AES256: "aes256",
  GCMAES128: "aes128gcm16",
  GCMAES192: "aes192gcm16",
  GCMAES256: "aes256gcm16",
};

export const INTEGRITIES: Record<string, string> = {
  MD5: "md5",
  SHA1: "sha1",
  SHA256: "sha256",
  SHA384: "sha384",
  GCMAES128: "",
  GCMAES192: "",
  GCMAES256: "",
};

/** Diffie-Hellman groups of the key exchange (`dhGroup`) and of forward secrecy (`pfsGroup`), by number; 0 is none. */
export const GROUPS: Record<string, number> = {
  None: 0,
  DHGroup1: 1,
  DHGroup2: 2,
  DHGroup14: 14,
  DHGroup2048: 14,
  DHGroup24: 24,
  PFS1: 1,
  PFS2: 2,
  PFS14: 14,
  PFS2048: 14,
  PFS24: 24,
  ECP256: 19,
  ECP384: 20,
};

/** `pfsGroup`: the same group as the key exchange's. */
export const SAME_AS_MAIN_MODE = "PFSMM";

export const PROTOCOLS: Record<string, number> = { IKEv1: 1, IKEv2: 2 };

/**
 * The mesh's suite in Azure's words. With AES-GCM the IKE integrity is the pseudo-random function, and ESP's integrity
 * must repeat its encryption (IPsec policy FAQ).
 */
export const AZURE_SUITE = {
  ikeVersion: spelling(PROTOCOLS, SUITE.ike),
  ikeEncryption: spelling(ENCRYPTIONS, SUITE.phase1.encryption),
  ikeIntegrity: spelling(INTEGRITIES, SUITE.phase1.integrity),
  dhGroup: spelling(GROUPS, SUITE.phase1.group),
  ipsecEncryption: spelling(ENCRYPTIONS, SUITE.phase2.encryption),
  ipsecIntegrity: spelling(ENCRYPTIONS, SUITE.phase2.encryption),
  pfsGroup: spelling(GROUPS, SUITE.phase2.group),
} as const;

/**
 * Lifetime of ESP keys in seconds, the shorter of what Azure and the peer take: AWS at most 3,600 (EC2 API model, 2026-08),
 * Google Cloud 10,800 fixed ("Supported IKE ciphers", 2026-04). Local to each end, they need not match.
 */
export function saLifetime(peer: Cloud): number {
  return peer === "gcp" ? 10_800 : 3_600;
}

/** Kilobytes, Azure's default (IPsec policy FAQ); all fields of a policy must be given. */
export const SA_KILOBYTES = 102_400_000;

/** Azure's word for a value; the table must have it, since the suite is fixed. */
function spelling<T>(table: Record<string, T>, value: T): string {
  const word = Object.keys(table).find((key) => table[key] === value);
  if (!word) throw new Error(`Azure has no word for ${value}`);
  return word;
}
