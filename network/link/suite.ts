/**
 * The one cipher suite of every tunnel, in the field's names; each cloud's `facts.ts` spells it its own way.
 * The strongest that AWS, Google Cloud and Azure document in common (AWS EC2 API model 2026-08-07; Google "Supported IKE
 * ciphers" 2026-04-10; Azure IPsec policy FAQ, azure-docs @ 11ee015). Exactly one value a role, so nothing is negotiated down.
 */
export const SUITE = {
  ike: 2,
  phase1: { encryption: "aes256gcm16", integrity: "sha384", group: 20 },
  phase2: { encryption: "aes256gcm16", group: 20 },
} as const;

/** The member's name of a link of two, in name order. */
export function linkName(one: string, other: string): string {
  return one < other ? `${one}~${other}` : `${other}~${one}`;
}

/** `amsterdam~dublin/tunnel/1` */
export function tunnelName(link: string, ordinal: number): string {
  return `${link}/tunnel/${ordinal}`;
}
