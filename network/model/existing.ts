import type { Origin } from "./network";

/** Something that a member brings with it: what was said of it, and what its cloud says. */
export interface ExistingFact {
  member: string;
  /** `range of the network`, `ASN of the gateway`. */
  what: string;
  declared: string[];
  /** Empty where nobody has asked the cloud yet. */
  actual: string[];
  /** Where it was said. */
  origin: Origin;
}
