import type { PolicyConfigSchema } from "@pulumi/policy";
import type { RuleOptions } from "./rule";

/** A resource that a rule leaves alone for a while, because somebody answers for it. */
export interface Exception {
  /** URN or logical name. */
  resource: string;
  /** Who answers for it: a person or a team. */
  owner: string;
  /** Its last day, `2027-01-31`, in UTC. From the next day on it is a violation itself. */
  until: string;
  /** Why, for whoever reads the configuration. */
  reason?: string;
}

/** Schema of the option `except`. */
export const EXCEPTIONS: PolicyConfigSchema["properties"][string] = {
  type: "array",
  items: {
    type: "object",
    properties: {
      resource: { type: "string", minLength: 1 },
      owner: { type: "string", minLength: 1 },
      until: { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" },
      reason: { type: "string" },
    },
    required: ["resource", "owner", "until"],
  },
  default: [],
  description:
    "Resources that the rule leaves alone: `{ resource: URN or logical name, owner, until: YYYY-MM-DD, reason }`.",
};

/** The exceptions that a rule's options hold. What has another form is none: the engine and `check` refuse it. */
export function exceptionsOf({ except }: RuleOptions): Exception[] {
  return Array.isArray(except) ? except.filter(isException) : [];
}

/** Whether an exception still holds on a day (`2026-11-23`). Days of this form are ordered as texts are. */
export function holds({ until }: Exception, today: string): boolean {
  return today <= until;
}

/** Whether an exception names a resource. */
export function names({ resource }: Exception, urn: string): boolean {
  return resource === urn || resource === urn.split("::").at(-1);
}

/** What an exception that has ended says. */
export function ended({ resource, owner, until, reason }: Exception): string {
  const why = reason === undefined ? "" : ` (${reason})`;
  return (
    `The exception of ${resource} ended on ${until}; ${owner} answers for it${why}. ` +
    "Mend what it excused, or agree on another day and write that as its `until`."
  );
}

function isException(value: unknown): value is Exception {
  if (typeof value !== "object" || value === null) return false;
  const { resource, owner, until } = value as Record<string, unknown>;
  return [resource, owner, until].every((text) => typeof text === "string" && text !== "");
}
