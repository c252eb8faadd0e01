import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rulePage } from "../../policies/rule-page";
import { type Rule, rules } from "../../policies/rules";
import { packageRoot } from "../package-root";
import type { Violation } from "../verdict";
import type { Report } from "./format";
import { type Place, placeOf } from "./place";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * How GitHub sorts security alerts: a number from 0 to 10 by rule, critical above 9, high above 7, medium above 4 ("SARIF support for
 * code scanning", docs.github.com, 2026-11).
 */
const SECURITY_SEVERITY: Record<Rule["severity"], string> = {
  low: "2.0",
  medium: "5.0",
  high: "8.0",
  critical: "9.5",
};

/**
 * A check as a log in SARIF 2.1.0, for code scanning. Each result has the line that is to be mended, where one is known, and the
 * resources by URN; its fingerprint is made of the rule and the URNs, so that it stays the same when lines move.
 */
export function sarifReport(report: Report): string {
  const place = placeOf(report);
  const { violations } = report.verdict;
  const told = rules.filter(({ name }) => violations.some(({ rule }) => rule === name));
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "isthmus", semanticVersion: version(), rules: told.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        results: violations.map((violation) => result(violation, told, place(violation))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: Rule) {
  return {
    id: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    help: { text: `${rule.why}\n\n${rule.fix}`, markdown: rulePage(rule) },
    defaultConfiguration: { level: rule.level === "advisory" ? "warning" : "error" },
    properties: {
      tags: ["security", rule.name.split("-")[0]],
      "security-severity": SECURITY_SEVERITY[rule.severity],
    },
  };
}

function result(violation: Violation, told: Rule[], place: Place | undefined) {
  const index = told.findIndex(({ name }) => name === violation.rule);
  const urns = [violation.urn, ...violation.related].filter((urn) => urn !== "");
  return {
    ruleId: violation.rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: violation.level === "advisory" ? "warning" : "error",
    message: { text: violation.message },
    locations: [
      {
        ...(place ? { physicalLocation: physical(place) } : {}),
        ...(urns.length > 0
          ? { logicalLocations: urns.map((urn) => ({ fullyQualifiedName: urn, kind: "resource" })) }
          : {}),
      },
    ],
    partialFingerprints: { "isthmusViolation/v1": fingerprint([violation.rule, ...urns]) },
  };
}

function physical({ file, line, column }: Place) {
  return {
    artifactLocation: { uri: encodeURI(file) },
    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
  };
}

function fingerprint(parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
