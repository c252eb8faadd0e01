import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PackConfig } from "../analyzer/config";
import { InputError } from "../network/errors";
import { readInput, shown } from "./files";
import { packageRoot } from "./package-root";

/**
 * The policies' configuration out of a file, or the shipped one of that name (`policies/config/<name>.json`) where there is no such file.
 *
 * @throws InputError where there is neither, or where the file holds no JSON object.
 */
export function packConfig(given: string): PackConfig {
  const file = existsSync(given) ? given : (shippedConfigs().get(given) ?? given);
  if (file === given && !existsSync(given) && !/[./\\]/.test(given)) {
    const known = [...shippedConfigs().keys()].join(", ");
    throw new InputError({
      path: "--policy-config",
      message: `there is no file ${given}, and the shipped configurations are ${known}`,
    });
  }
  try {
    const value: unknown = JSON.parse(readInput(file));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (error instanceof InputError) throw error;
  }
  throw new InputError({
    file: shown(file),
    path: "",
    message: "must be a JSON object: by policy, a level or options",
  });
}

/** Files of the configurations that come with the package, by the environment's name, in its order. */
export function shippedConfigs(): Map<string, string> {
  const folder = join(packageRoot(), "policies", "config");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(files.sort().map((file) => [file.slice(0, -".json".length), join(folder, file)]));
}
