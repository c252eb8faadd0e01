import { createRequire } from "node:module";
import { loadsOurSdk } from "./deferred-closures";

/** Part of `@pulumi/pulumi/runtime/debuggable` (3.248). */
interface Debuggable {
  debuggablePromise<T>(promise: Promise<T>, context?: unknown): Promise<T>;
}

/**
 * Lets the SDK that a file would load track no promise until the returned function is called. It keeps a name, a trace and two
 * more promises for each of the about 160 promises of a resource, to tell at the end of a process which never came to an
 * end: half of a recording's memory. Another version of the SDK than ours is left as it is.
 */
export function untrackPromises(from: string): () => void {
  const load = createRequire(from);
  if (!loadsOurSdk(load)) return () => {};
  const debuggable = load("@pulumi/pulumi/runtime/debuggable") as Debuggable;
  const tracked = debuggable.debuggablePromise;
  debuggable.debuggablePromise = (promise) => promise;
  return () => {
    debuggable.debuggablePromise = tracked;
  };
}
