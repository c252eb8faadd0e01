import { createRequire } from "node:module";
import { deferClosures, loadsOurSdk } from "../recorder/deferred-closures";
import { standInFor } from "../recorder/stand-in-module";

// Loaded before Pulumi's runner (`node --require`) in the process of a pack that says of itself `typescript: false`. The
// runner readies the TypeScript compiler for every pack, which is half of such a pack's start; here it readies nothing.
const runner = process.argv[1] ?? __filename;
const load = createRequire(runner);
if (loadsOurSdk(load)) {
  deferClosures(runner);
  standInFor(load, load.resolve("@pulumi/pulumi/tsutils"), {
    typeScriptRequireStrings: () => ({ typescriptRequire: __filename, tsnodeRequire: __filename }),
    loadTypeScriptCompilerOptions: () => ({}),
  });
}

/** What the runner asks of the compiler and of what compiles on loading (`@pulumi/pulumi` 3.248, `run-policy-pack`). */
export const version = "5.0.0";

export function register(): void {}
