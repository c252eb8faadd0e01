import type { Cloud } from "../spec/shape";
import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/** A pre-shared key as one end of tunnels is given it. What it is stands nowhere here. */
export interface KeyFact {
  /** URN of the resource that holds it, and which tunnel's of that resource (1 where it holds one key). */
  urn: string;
  tunnel: number;
  cloud: Cloud;
  /**
   * `secret`: it is marked as one, or made by a resource whose results are. `clear`: it is not, so that it stands in the program, in a
   * resource's state or in both. `shown`: it comes from where secrets are shown without a mark, so that nobody can tell.
   */
  stands: OrUnknown<"secret" | "clear" | "shown">;
  /** URN of the resource that makes it in clear. */
  madeBy?: string;
  /** Equal of equal keys, of one run of the reader only, and nothing can be told from it; absent where keys cannot be compared. */
  same?: string;
  origin: Origin;
}
