import type { Origin, TunnelEndFact } from "../model/network";
import type { Problem } from "../problem";

/** What a rule says of a network. Silence on both lists is the only way to pass. */
export interface Judgement {
  problems: Problem[];
  /** Values that the rule needed and could not see: each stands for a part of the network that was not judged. */
  unknowns: UnknownValue[];
}

export interface UnknownValue {
  urn: string;
  /** Property path, or the value in words where it is read from several properties. */
  property: string;
  /** What could not be judged, as a clause: `whether it overlaps another range`. */
  neededFor: string;
  /** Why it is not known, as a clause, where the reason is another than that nothing has been applied yet. */
  because?: string;
}

/** A value that was needed and is not known. */
export function unknownAt(origin: Origin, what: string, neededFor: string): UnknownValue {
  return { urn: origin.urn, property: origin.property ?? what, neededFor };
}

/** The logical name in a URN; anything else (a name path of a plan) as it is. */
export function nameIn(urn: string): string {
  return urn.startsWith("urn:") ? (urn.split("::").at(-1) ?? urn) : urn;
}

/** `tunnel 1 of dublin-vpn (urn:…)` */
export function tunnelEndName(end: TunnelEndFact): string {
  return `tunnel ${end.tunnel} of ${nameIn(end.origin.urn)} (${end.origin.urn})`;
}
