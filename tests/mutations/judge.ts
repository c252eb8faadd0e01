import { inventory } from "../../inventory";
import type { Resource } from "../../network/model/resource";
import { rules, violations } from "../../policies/rules";
import type { Dump } from "./dumps";
import type { Mutation } from "./mutation";

/** What the rules say of a stack, by rule. */
export type Said = Map<string, Set<string>>;

/** What each rule says of a stack in which nothing is wrong. */
export function said(resources: Resource[]): Said {
  const network = inventory(resources);
  return new Map(
    rules.map((rule) => [
      rule.name,
      new Set(violations(rule, network, {}).map(({ urn, message }) => `${urn} ${message}`)),
    ]),
  );
}

/** The first of the expected rules that says something new; `undefined` where the fault goes unnoticed. */
export function caughtBy({ resources, expect }: Mutation, before: Said): string | undefined {
  const network = inventory(resources);
  return expect.find((name) => {
    const rule = rules.find((one) => one.name === name);
    return (
      rule &&
      violations(rule, network, {}).some(({ urn, message }) => !before.get(name)?.has(`${urn} ${message}`))
    );
  });
}

/** Whether a fault waits for a rule that is not among the rules yet. */
export function awaits({ expect }: Mutation): boolean {
  return expect.every((name) => !rules.some((rule) => rule.name === name));
}

/** What rules at level mandatory say of a stack in which nothing is wrong. */
export function falseAlarms({ name, resources }: Dump): string[] {
  const found = said(resources);
  return rules
    .filter(({ level }) => level === "mandatory")
    .flatMap((rule) => [...(found.get(rule.name) ?? [])].map((line) => `${name}: ${rule.name}: ${line}`));
}

/** What rules at level mandatory say of a stack after a change that is none to its network. */
export function alarmedBy({ name, resources }: Mutation, before: Said): string[] {
  const network = inventory(resources);
  return rules
    .filter(({ level }) => level === "mandatory")
    .flatMap((rule) =>
      violations(rule, network, {})
        .map(({ urn, message }) => `${urn} ${message}`)
        .filter((line) => !before.get(rule.name)?.has(line))
        .map((line) => `${name}: ${rule.name}: ${line}`),
    );
}
