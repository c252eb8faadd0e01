import type { PackConfig } from "../analyzer/config";
import type { Diagnostic } from "../analyzer/messages";
import type { Inventory } from "../network/model/inventory";
import { pskDistinctRule } from "../policies/encryption/psk-distinct";
import { pskSecretRule } from "../policies/encryption/psk-secret";
import { type Rule, violations } from "../policies/rule";

import { levelIn } from "./unseen";

/**
 * What the marks of secrets tell, as violations at the level that the pack's configuration gives each rule: the SDK of policies takes
 * the marks off, so the pack cannot know. Out of a file secrets have no value either, so that whether keys differ is not known.
 */
export function toldByMarks(network: Inventory, config: PackConfig, fromFile: boolean): Diagnostic[] {
  const asked: Rule[] = fromFile ? [pskSecretRule, pskDistinctRule] : [pskSecretRule];
  return asked.flatMap((rule) => {
    const own = config[rule.name];
    const options = typeof own === "object" && own !== null ? { ...own } : {};
    return violations(rule, network, options).map(
      ({ message, urn }): Diagnostic => ({
        policyName: rule.name,
        packName: "isthmus",
        message,
        ...(urn === "" ? {} : { urn }),
        enforcementLevel: levelIn(config, rule.name, rule.level),
        severity: rule.severity,
      }),
    );
  });
}
