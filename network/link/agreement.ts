import type { TunnelEndFact } from "../model/network";
import { isUnknown, type OrUnknown } from "../model/resource";
import { aeadOnly } from "./strength";

/**
 * Why the two ends of a tunnel would never come up, a clause each. Values that are unknown, and those left to the cloud's
 * default, are passed over: the first whoever asks must tell of, the second is a weakness of its own.
 */
export function disagreements(a: TunnelEndFact, b: TunnelEndFact): string[] {
  return [
    ...outside(a, b),
    ...outside(b, a),
    ...mirrored("inside address", a.address, b.peerAddress),
    ...mirrored("inside address", b.address, a.peerAddress),
    ...mirrored("ASN", a.asn, b.peerAsn),
    ...mirrored("ASN", b.asn, a.peerAsn),
    ...(!isUnknown(a.asn) && a.asn === b.asn
      ? [`both have ASN ${a.asn}, which BGP between two networks refuses`]
      : []),
    ...common("IKE version", a.ike, b.ike),
    ...common("cipher in phase 1", a.phase1.encryption, b.phase1.encryption),
    ...common("hash in phase 1", a.phase1.integrity, b.phase1.integrity),
    ...common("group in phase 1", a.phase1.groups, b.phase1.groups),
    ...common("cipher in phase 2", a.phase2.encryption, b.phase2.encryption),
    // With AEAD on both sides ESP has no hash, whatever a cloud makes its users write there.
    ...(aeadOnly(a.phase2.encryption) && aeadOnly(b.phase2.encryption)
      ? []
      : common("hash in phase 2", a.phase2.integrity, b.phase2.integrity)),
    ...common("group in phase 2", a.phase2.groups, b.phase2.groups),
  ];
}

/** Readers tell outside addresses where they are plain; what is not told is not judged. */
function outside(own: TunnelEndFact, other: TunnelEndFact): string[] {
  if (own.outside === undefined || other.peerOutside === undefined) return [];
  return mirrored("outside address", own.outside, other.peerOutside);
}

function mirrored<T>(what: string, own: OrUnknown<T>, called: OrUnknown<T>): string[] {
  if (isUnknown(own) || isUnknown(called) || own === called) return [];
  return [`one has ${what} ${String(own)}, and the other calls it ${String(called)}`];
}

function common<T>(what: string, a: OrUnknown<T[]> | undefined, b: OrUnknown<T[]> | undefined): string[] {
  if (a === undefined || b === undefined || isUnknown(a) || isUnknown(b)) return [];
  // An empty list says that none is needed: AEAD ciphers bring their own integrity, and each cloud words that its way.
  if (a.length === 0 || b.length === 0 || a.some((value) => b.includes(value))) return [];
  return [`they have no ${what} in common (${a.join(", ")} and ${b.join(", ")})`];
}
