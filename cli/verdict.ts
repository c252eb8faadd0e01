import type { Diagnostic } from "../analyzer/messages";
import type { UnknownValue } from "../network/judge/judgement";
import type { Inventory } from "../network/model/inventory";
import { rules, violations } from "../policies/rules";
import type { Recording } from "../recorder/record";

/** What `check` says of a network: also its JSON form. */
export interface Verdict {
  /** No mandatory violation. */
  ok: boolean;
  /** Resources that were judged; the engine's own providers, which a recording does not hold, are not counted. */
  resources: number;
  violations: Violation[];
  /** Values that a rule needed and that are not known before apply. */
  unknowns: { urn: string; property: string }[];
}

export interface Violation {
  rule: string;
  level: string;
  severity: string;
  message: string;
  urn: string;
  /** Other resources that it is about. */
  related: string[];
}

/** What a pack does not report of its violations, found here by the same rules. */
export interface SeenHere {
  /** Resources that a message is about, by the message. */
  subjects: Map<string, string[]>;
  unknowns: UnknownValue[];
}

/** Asks every rule once, without options: what is known of a network is the same whatever the pack's configuration says. */
export function seenHere(network: Inventory): SeenHere {
  const seen: SeenHere = { subjects: new Map(), unknowns: [] };
  for (const rule of rules) {
    const judgement = rule.judge(network, {});
    seen.unknowns.push(...judgement.unknowns);
    for (const one of violations({ ...rule, judge: () => judgement }, network, {}))
      seen.subjects.set(one.message, one.subjects);
  }
  return seen;
}

/** The text before a component's message says which rule it speaks for; `lock` is for an update only. */
const SPOKEN_FOR = new Set([...rules.map((rule) => rule.name), "lock"]);

/**
 * One verdict out of what the pack reported, resource by resource and for the whole, and what components refused by
 * themselves. The same fault told by two gates is told once.
 */
export function verdictOf(
  recording: Recording,
  diagnostics: Diagnostic[],
  { subjects, unknowns }: SeenHere,
): Verdict {
  // A rule that judges the whole stack sees all that it sees of one resource, and words it better: with both ends' names.
  // But it may be configured to a lower level than its resource policy, whose word then counts.
  const judgedWhole = new Set(
    diagnostics
      .filter(({ policyName }) => !ofOneResource(policyName))
      .map(({ policyName, enforcementLevel }) => `${policyName} ${strictness(enforcementLevel)}`),
  );
  const told = ({ policyName, enforcementLevel }: Diagnostic): boolean => {
    const atLeast = strictness(enforcementLevel) === "advisory" ? ["advisory", "mandatory"] : ["mandatory"];
    return (
      ofOneResource(policyName) && atLeast.some((level) => judgedWhole.has(`${ruleOf(policyName)} ${level}`))
    );
  };
  const reported = diagnostics
    .filter((diagnostic) => diagnostic.enforcementLevel !== "disabled")
    .filter((diagnostic) => !told(diagnostic))
    .map((diagnostic): Violation => {
      const rule = ruleOf(diagnostic.policyName);
      const urn = diagnostic.urn ?? "";
      return {
        rule,
        level: diagnostic.enforcementLevel,
        severity: diagnostic.severity ?? "",
        message: diagnostic.message,
        urn,
        related: (subjects.get(diagnostic.message) ?? []).filter((subject) => subject !== urn),
      };
    });
  const spoken = new Set(reported.map((violation) => violation.rule));
  const refused = recording.logs.flatMap((line): Violation[] => {
    if (line.severity !== "error") return [];
    const rule = /^([a-z0-9-]+): /.exec(line.message)?.[1];
    const known = rule !== undefined && SPOKEN_FOR.has(rule);
    // The pack's own words on the resources are the better ones; the lock concerns an update, and `check` says so itself.
    if (known && (spoken.has(rule) || rule === "lock")) return [];
    return [
      {
        rule: known ? rule : "program",
        level: "mandatory",
        severity: "high",
        message: known ? line.message.slice(rule.length + 2) : line.message,
        urn: line.urn ?? "",
        related: [],
      },
    ];
  });

  const all = distinct(
    [...reported, ...refused],
    (violation) => `${violation.rule} ${violation.message}`,
  ).sort((x, y) => order(x) - order(y) || compare(x.rule, y.rule) || compare(x.message, y.message));
  return {
    ok: !all.some((violation) => violation.level !== "advisory"),
    resources: recording.resources.filter((resource) => !isDefaultProvider(resource)).length,
    violations: all,
    unknowns: distinct(
      unknowns.map(({ urn, property }) => ({ urn, property })),
      ({ urn, property }) => `${urn} ${property}`,
    ),
  };
}

/** One that the engine makes for a package where the program names none: `default_7_48_0`. */
function isDefaultProvider({ type, name, parent }: Recording["resources"][number]): boolean {
  return type.startsWith("pulumi:providers:") && parent === undefined && /^default(_|$)/.test(name);
}

/** The policy of a rule that is shown one resource at a time has this ending. */
function ofOneResource(policyName: string): boolean {
  return policyName.endsWith("-resource");
}

/** `remediate` counts as mandatory: nothing is mended here. */
function strictness(level: Diagnostic["enforcementLevel"]): "advisory" | "mandatory" {
  return level === "advisory" ? "advisory" : "mandatory";
}

function ruleOf(policyName: string): string {
  return policyName.replace(/-resource$/, "");
}

function order(violation: Violation): number {
  return violation.level === "advisory" ? 1 : 0;
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

function distinct<T>(list: T[], key: (element: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((element) => {
    const own = key(element);
    return seen.has(own) ? false : seen.add(own) !== undefined;
  });
}
