import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { SPEC_KEY } from "../../network/spec/yaml";

/** Sets a value in an environment's spec, by path: `["agent", "encryption"]`. Comments and the rest of the file stay. */
export function setInSpec(
  project: string,
  environment: string,
  path: readonly string[],
  value: unknown,
): void {
  const file = join(project, "stacks", `Pulumi.${environment}.yaml`);
  const document = parseDocument(readFileSync(file, "utf8"));
  document.setIn(["config", SPEC_KEY, ...path], document.createNode(value));
  writeFileSync(file, String(document));
}

/** File of an environment's lock. */
export function lockFile(project: string, environment: string): string {
  return join(project, "stacks", `${environment}.lock.yaml`);
}
