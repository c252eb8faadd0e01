import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, parseDocument } from "yaml";
import { SPEC_KEY } from "../../network/spec/yaml";
import { REPOSITORY } from "./project";

/** Sets a value in an environment's spec, by path: `["agent", "encryption"]`; `undefined` takes it out. Comments and the rest of the file stay. */
export function setInSpec(
  project: string,
  environment: string,
  path: readonly string[],
  value: unknown,
): void {
  const file = join(project, "stacks", `Pulumi.${environment}.yaml`);
  const document = parseDocument(readFileSync(file, "utf8"));
  const at = ["config", SPEC_KEY, ...path];
  if (value === undefined) document.deleteIn(at);
  else document.setIn(at, document.createNode(value));
  writeFileSync(file, String(document));
}

/** Writes the members of an environment the other way round. */
export function reorderMembers(project: string, environment: string): void {
  const file = join(project, "stacks", `Pulumi.${environment}.yaml`);
  const document = parseDocument(readFileSync(file, "utf8"));
  const members = document.getIn(["config", SPEC_KEY, "members"]);
  if (!isMap(members)) throw new Error(`${file} has no members`);
  members.items.reverse();
  writeFileSync(file, String(document));
}

/** File of an environment's lock. */
export function lockFile(project: string, environment: string): string {
  return join(project, "stacks", `${environment}.lock.yaml`);
}

/** `npx isthmus plan --stack ENVIRONMENT --write`: brings the lock up to the spec. @throws Error with what it said when it fails. */
export function planAndWrite(project: string, environment: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(REPOSITORY, "dist/cli/main.js"), "plan", "--stack", environment, "--write"],
    { cwd: project, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
}
