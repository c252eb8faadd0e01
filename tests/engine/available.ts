import { suitesOf } from "../left-out";
import { engineSource, pulumiFolder } from "./pulumi-binary";

const source = engineSource();

/**
 * A suite that needs the real Pulumi engine. Where there is none, and no Go to build one, its tests count as skipped, and one line
 * says how many and why.
 */
export const engineSuite = suitesOf({
  of: "the Pulumi engine",
  missing: source === undefined ? "no pulumi on the PATH, and no go to build it" : undefined,
  // A command takes seconds, and minutes on a machine that is busy with others.
  timeout: 600_000,
  prepare: pulumiFolder,
});

if (source === "go") {
  console.log("building the Pulumi command line for the engine's tests: some minutes, once");
}
