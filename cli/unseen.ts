import type { PackConfig } from "../analyzer/config";
import type { Diagnostic } from "../analyzer/messages";
import { COVERAGE_COMPLETE, coverageComplete } from "../network/judge/coverage-complete";
import { emptyInventory } from "../network/model/inventory";
import type { Recording } from "../recorder/record";

/**
 * What a recording could not see and no pack can know, as violations of the rule about it, at the level that the pack's configuration
 * gives it: components that the program registered as a plugin's, of whatever package; and questions without an answer
 * whose answer the program went through as a list, so that nobody knows how many resources it makes of it.
 */
export function unseenByRecorder(recording: Recording, config: PackConfig): Diagnostic[] {
  const { registrations } = recording;
  const parents = new Set(registrations.map(({ parent }) => parent));
  const unseen = registrations.filter(({ remote, urn }) => remote && !parents.has(urn));
  const components = coverageComplete({ ...emptyInventory(), unseen }).problems;
  return [
    ...components.map(({ message, subjects: [urn] }) => ({ message, ...(urn === undefined ? {} : { urn }) })),
    ...uncounted(recording),
  ].map((told) => ({
    policyName: COVERAGE_COMPLETE,
    packName: "isthmus",
    ...told,
    enforcementLevel: levelIn(config, COVERAGE_COMPLETE, "mandatory"),
    severity: "high",
  }));
}

function uncounted({ invokes, registrations }: Recording): { message: string; urn?: string }[] {
  const tokens = [...new Set(invokes.filter(({ counted }) => counted).map(({ token }) => token))].sort();
  const stack = registrations.find(({ type }) => type === "pulumi:pulumi:Stack");
  return tokens.map((token) => ({
    message:
      `The program makes resources for each element of what ${token} answers, and nobody answers here, so it is not known how ` +
      "many there are. Give the answer in a file with --invokes, or check what Pulumi itself saw with --from.",
    ...(stack ? { urn: stack.urn } : {}),
  }));
}

/** A rule's level. The configuration was understood before, when the pack took it. */
export function levelIn(
  config: PackConfig,
  rule: string,
  unconfigured: Diagnostic["enforcementLevel"],
): Diagnostic["enforcementLevel"] {
  const own = config[rule];
  const level = typeof own === "object" && own !== null ? (own as PackConfig).enforcementLevel : own;
  const told = level ?? config.all;
  return told === "advisory" || told === "mandatory" || told === "disabled" ? told : unconfigured;
}
