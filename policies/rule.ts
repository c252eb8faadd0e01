import type { PolicyConfigSchema } from "@pulumi/policy";
import { propertyAsWritten } from "../inventory/spelling";
import type { Judgement, UnknownValue } from "../network/judge/judgement";
import type { Inventory } from "../network/model/inventory";
import { EXCEPTIONS, ended, exceptionsOf, holds, names } from "./exception";

/** A rule as plain data and one pure function, whoever runs it: a policy pack, `check`, or a program of yours. */
export interface Rule {
  /** `<concern>-<subject>-<requirement>`; the file is `<concern>/<subject>-<requirement>.ts`. */
  name: string;
  /** A few words. */
  title: string;
  /** What must hold, as one sentence. */
  description: string;
  /** What goes wrong where it does not hold. */
  why: string;
  /** What to do about a violation. */
  fix: string;
  /** What it must be able to read, in words; what it cannot read is a violation of its own. */
  needs: string;
  /** What it can't see although one might expect it, in words. Default: nothing more than `needs` tells. */
  limits?: string;
  severity: "low" | "medium" | "high" | "critical";
  /** Published controls that it serves. Default none. */
  frameworks?: Framework[];
  /** Checkov's ids of checks that ask for the same, for people who come from there. Default none. */
  checkov?: string[];
  /** Enforcement level where the pack's configuration names none. */
  level: "advisory" | "mandatory";
  /** Whether one resource alone can break it: then it also stops that resource before it is made. */
  alone: boolean;
  /** Whether our own components refuse it too, whatever the pack's configuration says. Default false. */
  invariant?: boolean;
  /** Its own options, beside those that every rule has ({@link COMMON_OPTIONS}). Default none. */
  options?: PolicyConfigSchema["properties"];
  judge(network: Inventory, options: RuleOptions): Judgement;
}

/** One control of a published framework. */
export interface Framework {
  name: "CIS Amazon EKS" | "CIS GKE" | "CIS AKS" | "NIST SP 800-53";
  /** Edition: `1.7.0`, `Rev. 5`. */
  version: string;
  /** The control's own id: `5.4.1`, `SC-8`. */
  control: string;
}

/** A rule's configuration as the engine hands it over: checked against the schema there, but not here. */
export type RuleOptions = Record<string, unknown>;

/** Options of every rule. */
export const COMMON_OPTIONS: PolicyConfigSchema["properties"] = {
  unknowns: {
    type: "string",
    enum: ["violation", "ignore"],
    default: "violation",
    description: "What a value is that the rule needed and that is not known before apply.",
  },
  except: EXCEPTIONS,
};

/** What a rule reports of one resource, ready to be read. */
export interface Violation {
  urn: string;
  message: string;
  /** All resources that it is about, the chief one first. */
  subjects: string[];
}

/** What a rule's options depend on besides the network. */
export interface Circumstances {
  /** `2026-11-23`, in UTC: whether exceptions have ended. Default: today. */
  today?: string;
  /** Whether another gate sees a value that is not seen here. Default: none does. */
  elsewhere?: (unknown: UnknownValue) => boolean;
}

/**
 * What a rule says of a network: problems, what it could not see, and exceptions that have ended. Nothing is left out but what
 * the options leave out, and of what was not seen that which another gate will see.
 */
export function violations(
  rule: Rule,
  network: Inventory,
  options: RuleOptions,
  { today = new Date().toISOString().slice(0, 10), elsewhere = () => false }: Circumstances = {},
): Violation[] {
  const { problems, unknowns } = rule.judge(network, options);
  const blind = options.unknowns === "ignore" ? [] : unknowns.filter((unknown) => !elsewhere(unknown));
  const found = [
    ...problems.map(({ message, subjects }) => ({ urn: subjects[0] ?? "", message, subjects })),
    ...blind.map((unknown) => ({ urn: unknown.urn, message: blindness(unknown), subjects: [unknown.urn] })),
  ];
  const exceptions = exceptionsOf(options);
  if (exceptions.length === 0) return found;
  const holding = exceptions.filter((exception) => holds(exception, today));
  const overdue = exceptions.filter((exception) => !holds(exception, today));
  return [
    ...found.filter(({ subjects }) => !subjects.some((urn) => holding.some((one) => names(one, urn)))),
    // Of one that has ended and excuses nothing any more there is nothing to mend.
    ...overdue.flatMap((exception) => {
      const urn = found.flatMap(({ subjects }) => subjects).find((subject) => names(exception, subject));
      return urn === undefined ? [] : [{ urn, message: ended(exception), subjects: [urn] }];
    }),
  ];
}

function blindness({ urn, property: read, neededFor, because }: UnknownValue): string {
  const property = propertyAsWritten(urn, read);
  return because
    ? `${because} (${property} of ${urn}), so it cannot be judged ${neededFor}.`
    : `${property} of ${urn} is not known before apply, so it cannot be judged ${neededFor}; give it as a plain value.`;
}
