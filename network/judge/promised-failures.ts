import type { Failure } from "../reach/verdict";
import type { Survives } from "../spec/shape";

/** What may fail, by what a tier promises to survive: each promise holds the lesser ones. */
export const PROMISED: Record<Survives, Failure["kind"][]> = {
  none: [],
  "any-tunnel": ["tunnel", "gateway-instance"],
  "any-link": ["tunnel", "gateway-instance", "link"],
  "any-member": ["tunnel", "gateway-instance", "link", "member"],
};
