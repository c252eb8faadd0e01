import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * A script of the Pulumi SDK that the program in `directory` uses, such as `cmd/run`: its own copy, looked for as Node does from
 * there, because program and script must share one SDK.
 */
export function sdkScript(directory: string, script: string): string {
  return createRequire(join(directory, "package.json")).resolve(`@pulumi/pulumi/${script}`);
}
