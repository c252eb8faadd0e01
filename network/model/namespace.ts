import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/** A namespace of a cluster that the stack puts pods into. */
export interface NamespaceFact {
  /** UNKNOWN where it is the cloud's or the provider's to choose. */
  name: OrUnknown<string>;
  /** URN of the cluster that it is in, where it could be found. */
  cluster?: string;
  /** Whether a policy of its own shuts all of its pods to what no policy names. */
  denies: OrUnknown<boolean>;
  /** The first resource that puts pods into it. */
  origin: Origin;
}
