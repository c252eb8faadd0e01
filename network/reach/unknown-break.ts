import type { Origin } from "../model/network";
import { type Break, BreakKind } from "./verdict";

/** Something that decides and is not known: never taken for granted. */
export function unknownBreak(origin: Origin, what: string): Break {
  return { kind: BreakKind.unknown, message: `${what} is not known`, origin };
}
