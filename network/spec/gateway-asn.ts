import type { MemberSpec } from "./shape";

/** The ASN that a spec gives a member's gateway: of one to be made, of a site's devices, or of one that is there. */
export function givenAsn(member: Pick<MemberSpec, "gateway" | "existing"> | undefined): number | undefined {
  return member?.gateway?.asn ?? member?.existing?.gateway?.asn;
}
