import { resourcePolicyName } from "./gate";
import type { Framework, Rule } from "./rule";

/** A rule's page in docs/rules/, out of its metadata. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.name}`,
    rule.description,
    `**Why.** ${rule.why}`,
    `**How to fix.** ${rule.fix}`,
    `**Needs.** ${rule.needs}`,
    ...(rule.limits === undefined ? [] : [`**Does not see.** ${rule.limits}`]),
    `**Level.** ${rule.level}. **Severity.** ${rule.severity}.`,
    `**Gates.** ${gates(rule)}`,
    ...(rule.frameworks?.length ? [`**Serves.** ${rule.frameworks.map(control).join("; ")}.`] : []),
    ...(rule.checkov?.length ? [`**Checkov.** ${rule.checkov.join(", ")}.`] : []),
    options(rule),
    configuration(rule),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The list of all rules for docs/rules.md. */
export function rulesTable(rules: Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.name}](rules/${rule.name}.md) | ${rule.level} | ${rule.severity} | ${rule.title} |`,
  );
  return ["| rule | level | severity | what must hold |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function gates(rule: Rule): string {
  return [
    ...(rule.invariant ? ["Our components' constructors, which no configuration lifts."] : []),
    ...(rule.alone
      ? [
          `Each resource before it is made (policy \`${resourcePolicyName(rule)}\`), under \`up --skip-preview\` too.`,
        ]
      : []),
    "The whole stack, after each preview and each update.",
  ].join(" ");
}

function control({ name, version, control }: Framework): string {
  return `${name} ${version}, ${control}`;
}

function options({ options = {} }: Rule): string {
  const own = Object.entries(options).map(
    ([name, schema]) =>
      `| \`${name}\` | ${schema.description ?? ""} | ${
        "default" in schema ? `\`${JSON.stringify(schema.default)}\`` : "none"
      } |`,
  );
  if (own.length === 0) return "**Options.** Those of [every rule](../rules.md#options-of-every-rule).";
  return [
    "**Options**, beside those of [every rule](../rules.md#options-of-every-rule):",
    "",
    "| option | meaning | default |",
    "| --- | --- | --- |",
    ...own,
  ].join("\n");
}

function configuration({ name, level }: Rule): string {
  const other = level === "advisory" ? "mandatory" : "advisory";
  const excepted = { resource: "my-resource", owner: "network team", until: "2027-06-30" };
  return `    { "${name}": { "enforcementLevel": "${other}", "except": [${JSON.stringify(excepted)}] } }`;
}
