import { InputError } from "../network/errors";
import { closest } from "../network/place/closest";
import { rules } from "../policies/rules";
import { colour, table } from "./terminal";

/** `isthmus explain [RULE]`: a rule, why it is there and how to mend what breaks it; without a name, all rules. */
export function explain(name: string | undefined, options: { json?: boolean }): number {
  if (name === undefined) {
    const listed = rules.map(({ judge: _judge, ...facts }) => facts);
    process.stdout.write(
      options.json
        ? `${JSON.stringify(listed, null, 2)}\n`
        : `${table(
            ["rule", "level", "what must hold"],
            listed.map((rule) => [rule.name, rule.level, rule.title]),
          )}\n`,
    );
    return 0;
  }
  const rule = rules.find((candidate) => candidate.name === name.replace(/-resource$/, ""));
  if (!rule) {
    const names = rules.map((candidate) => candidate.name);
    const near = closest(name, names);
    throw new InputError({
      path: "",
      message: `there is no rule ${name}; ${near ? `did you mean ${near}?` : `there are ${names.join(", ")}`}`,
    });
  }
  if (options.json) {
    const { judge: _judge, ...facts } = rule;
    process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
    return 0;
  }
  const paragraphs = [
    `${colour.bold(rule.name)} (${rule.level}, ${rule.severity})`,
    rule.description,
    `${colour.bold("Why")}  ${rule.why}`,
    `${colour.bold("Fix")}  ${rule.fix}`,
    `${colour.bold("Needs to know")}  ${rule.needs}`,
    ...(rule.limits === undefined ? [] : [`${colour.bold("Does not see")}  ${rule.limits}`]),
    ...(rule.frameworks?.length
      ? [
          `${colour.bold("Serves")}  ${rule.frameworks.map(({ name, version, control }) => `${name} ${version}, ${control}`).join("; ")}`,
        ]
      : []),
    ...(rule.checkov?.length ? [`${colour.bold("Checkov")}  ${rule.checkov.join(", ")}`] : []),
  ];
  process.stdout.write(`${paragraphs.join("\n\n")}\n`);
  return 0;
}
