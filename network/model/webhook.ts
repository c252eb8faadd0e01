import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/** Admission webhooks of a cluster, as one resource configures them: whom its control plane asks before it takes an object. */
export interface WebhookFact {
  urn: string;
  /** URN of the cluster that it is in, where it could be found. */
  cluster?: string;
  /** Services whose pods are asked, `namespace/name`; empty where only addresses outside are. */
  services: OrUnknown<string[]>;
  origin: Origin;
}
