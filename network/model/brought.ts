import type { ExistingSpec } from "../spec/existing-shape";
import type { Props } from "./property";

/** A member that brings something with it, as far as that is read. */
export interface Bringing {
  /** The member's name. */
  name: string;
  region: string;
  existing: Pick<ExistingSpec, "network" | "gateway">;
}

/** A resource that a member's component reads by its id, with what was said of it. */
export interface Brought {
  /** Pulumi type token. */
  type: string;
  /** Logical name. */
  name: string;
  id: string;
  props: Props;
}
