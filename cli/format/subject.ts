import type { Recording } from "../../recorder/record";
import type { Violation } from "../verdict";
import type { SpecPath, SpecPlaces } from "./spec-places";

/** What a violation is about. */
type Told = Pick<Violation, "rule" | "urn" | "related" | "message">;

/**
 * The part of the spec that a violation is about: the member or the first end of the link that made its resource, else the traffic
 * or the member that its message names first, else the spec.
 */
export function subjectOf(
  violation: Told,
  { resources }: Pick<Recording, "resources">,
  { members, traffic }: Pick<SpecPlaces, "members" | "traffic">,
): SpecPath {
  const parents = new Map(resources.map(({ urn, name, parent }) => [urn, { name, parent }]));
  for (const urn of [violation.urn, ...violation.related]) {
    for (let at = parents.get(urn); at; at = parents.get(at.parent ?? "")) {
      const ends = at.name.split("~");
      if (ends.every((end) => members.includes(end))) return ["members", ends[0] ?? at.name];
    }
  }
  const words = violation.message.split(/[^\w-]+/);
  const named = (name: string): number => words.indexOf(name);
  const intent = traffic.findIndex(({ from, to }) => violation.message.startsWith(`${from} to ${to}: `));
  if (intent >= 0) return ["traffic", intent];
  const [first] = members.filter((name) => named(name) >= 0).sort((one, other) => named(one) - named(other));
  return first === undefined ? [] : ["members", first];
}
