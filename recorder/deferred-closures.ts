import { createRequire } from "node:module";
import { standInFor } from "./stand-in-module";

/**
 * The SDK's modules that turn a function into text, for what dynamic providers and cloud callbacks run elsewhere, with all
 * that they export (`@pulumi/pulumi` 3.248). Loading them brings in the TypeScript compiler and npm's own tree builder:
 * half of the SDK's start.
 */
const CLOSURES = {
  "@pulumi/pulumi/runtime/closure/serializeClosure": ["serializeFunction", "serializeFunctionAsync"],
  "@pulumi/pulumi/runtime/closure/codePaths": ["computeCodePaths", "findWorkspaceRoot"],
};

/**
 * Lets the SDK that a file would load start without those modules: each loads when one of its functions is first called.
 * Another version of the SDK than ours, which may hold other functions there, is left as it is.
 */
export function deferClosures(from: string): void {
  const load = createRequire(from);
  if (!loadsOurSdk(load)) return;
  for (const [request, names] of Object.entries(CLOSURES)) {
    const file = load.resolve(request);
    const call = (name: string, args: unknown[]): unknown => {
      if (!loaded) {
        delete load.cache[file];
        loaded = load(file) as Record<string, (...args: unknown[]) => unknown>;
      }
      return loaded[name]?.(...args);
    };
    let loaded: Record<string, (...args: unknown[]) => unknown> | undefined;
    standInFor(
      load,
      file,
      Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(name, args)])),
    );
  }
}

/** Whether a `require` gives the SDK in the version that we are built with. */
export function loadsOurSdk(load: NodeJS.Require): boolean {
  const versionOf = (require: NodeJS.Require): unknown =>
    (require("@pulumi/pulumi/package.json") as { version?: unknown }).version;
  try {
    return versionOf(load) === versionOf(require);
  } catch {
    return false;
  }
}
