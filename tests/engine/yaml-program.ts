import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { readSpecText } from "../../network/spec/yaml";
import { linkRepository, REPOSITORY } from "./project";

/** Writes the mesh of an environment of `stacks/` as a Pulumi YAML program that uses this package as a plugin. */
export function writeYamlProgram(folder: string, environment: string): void {
  mkdirSync(folder, { recursive: true });
  const stacks = join(REPOSITORY, "stacks");
  const file = `Pulumi.${environment}.yaml`;
  const spec = readSpecText({ file, text: readFileSync(join(stacks, file), "utf8") });
  copyFileSync(join(stacks, `${environment}.lock.yaml`), join(folder, "mesh.lock.yaml"));
  const program = {
    name: parse(readFileSync(join(REPOSITORY, "Pulumi.yaml"), "utf8")).name,
    runtime: "yaml",
    plugins: { providers: [{ name: "isthmus", path: REPOSITORY }] },
    variables: { lock: { "fn::readFile": "./mesh.lock.yaml" } },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Pulumi's own notation
    resources: { mesh: { type: "isthmus:index:Mesh", properties: { ...spec, lock: "${lock}" } } },
  };
  writeFileSync(join(folder, "Pulumi.yaml"), stringify(program));
  linkRepository(folder);
}
