import { createRequire } from "node:module";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { loadsOurSdk } from "./deferred-closures";

/** Parts of `@pulumi/pulumi/runtime/debuggable` and `/rpc` (3.248). */
interface Debuggable {
  debuggablePromise<T>(promise: Promise<T>, context?: unknown): Promise<T>;
}
interface Rpc {
  deserializeProperties(properties: Struct, keepUnknowns?: boolean): object;
}

/** Stands for the properties of an answer: what they are given as to the program, as it is. */
export class AnswerAsIs {
  constructor(readonly value: object) {}

  /** As a message does it, for an SDK that is not adapted: an answer with nothing in it. */
  toJavaScript(): object {
    return {};
  }
}

/**
 * Adapts the SDK that a file would load to a recording, until the returned function is called. Another version of the SDK than ours
 * is left as it is.
 *
 * It tracks no promise: it would keep a name, a trace and two more promises for each of the about 160 promises of a resource, to
 * tell at the end of a process which never came to an end, which is half of a recording's memory. And it hands
 * {@link AnswerAsIs} to the program as it is, where it would drop what is unknown in an answer.
 */
export function adaptSdk(from: string): () => void {
  const load = createRequire(from);
  if (!loadsOurSdk(load)) return () => {};
  const debuggable = load("@pulumi/pulumi/runtime/debuggable") as Debuggable;
  const rpc = load("@pulumi/pulumi/runtime/rpc") as Rpc;
  const { debuggablePromise } = debuggable;
  const { deserializeProperties } = rpc;
  debuggable.debuggablePromise = (promise) => promise;
  rpc.deserializeProperties = (properties: Struct | AnswerAsIs, keepUnknowns) =>
    properties instanceof AnswerAsIs ? properties.value : deserializeProperties(properties, keepUnknowns);
  return () => {
    debuggable.debuggablePromise = debuggablePromise;
    rpc.deserializeProperties = deserializeProperties;
  };
}
