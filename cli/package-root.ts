import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folder of isthmus' own package.json: where its policy pack and its program are, compiled or not. */
export function packageRoot(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, "package.json"))) directory = dirname(directory);
  return directory;
}
