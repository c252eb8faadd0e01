import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Resource } from "../network/model/resource";
import { deferClosures } from "./deferred-closures";
import { type AskedInvoke, type InvokeAnswers, noAnswers } from "./invoke-answers";
import { emptyTape, recordingEngine, recordingMonitor } from "./monitor";
import type { LogLine, Registration } from "./registration";
import { adaptSdk } from "./sdk-for-recording";
import { fromWire } from "./wire";

export interface RecordOptions {
  /** Default `isthmus`. */
  project?: string;
  /** Default `dev`. */
  stack?: string;
  /** Configuration by full key, `isthmus:mesh`; objects as JSON text, as the engine hands them over. */
  config?: Record<string, string>;
  /** Runs it as an update and not as a preview: ids are as unknown as before, but components refuse what they would refuse then. */
  update?: boolean;
  /** What its providers answer. Default: nothing, and what depends on an answer is unknown. */
  answers?: InvokeAnswers;
  /** A file of the program: its own copy of the Pulumi SDK is the one that records. Default: ours. */
  from?: string;
}

export interface Recording {
  /** In order of registration. */
  registrations: Registration[];
  /** The same as the model has them: secret values and those that a preview cannot know are UNKNOWN. */
  resources: Resource[];
  logs: LogLine[];
  /** What the program asked its providers, in that order. */
  invokes: AskedInvoke[];
  /** What the program threw, in its body or in an `apply`. */
  failures: unknown[];
}

/**
 * Runs a Pulumi program against a recorder, as `pulumi preview` would run it for a stack with nothing in it, but with no
 * engine, provider, account or network. Recordings in one process do not see each other.
 */
export async function record(program: () => unknown, options: RecordOptions = {}): Promise<Recording> {
  const { project = "isthmus", stack = "dev", config = {} } = options;
  const sdk = loadSdk(options.from);
  const tape = emptyTape();
  const store = new sdk.state.LocalStore();
  store.settings.options = {
    ...store.settings.options,
    project,
    stack,
    // What a backend without organizations says.
    organization: "organization",
    dryRun: options.update !== true,
    monitorAddr: "mock",
    engineAddr: "",
  };
  store.settings.monitor = recordingMonitor(tape, {
    project,
    stack,
    directory: dirname(options.from ?? __filename),
    answers: options.answers ?? noAnswers,
  });
  store.settings.engine = recordingEngine(tape);
  store.config = {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: "[]",
  };

  const failures: unknown[] = [];
  // The SDK takes a stack trace for each promise that it makes: half of the time. Nothing here shows one.
  const { stackTraceLimit } = Error;
  // A program may set the exit code of what would be its own process.
  const { exitCode } = process;
  Error.stackTraceLimit = 0;
  const onUnhandled = (reason: unknown) => failures.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const restoreSdk = adaptSdk(sdk.home);
  try {
    await withStore(store, async () => {
      try {
        await sdk.runtime.runInPulumiStack(async () => await program());
      } catch (error) {
        failures.push(error);
      }
      await sdk.runtime.disconnect();
    });
    // Rejections that nobody handled surface one turn after the last registration.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    restoreSdk();
    process.off("unhandledRejection", onUnhandled);
    Error.stackTraceLimit = stackTraceLimit;
    process.exitCode = exitCode;
  }

  const registrations = [...tape.registrations.values()];
  return {
    registrations,
    resources: registrations.map(toResource),
    logs: tape.logs,
    invokes: tape.invokes,
    failures: [...new Set(failures)],
  };
}

/** A registration as the model has it. Components count by what they gave to `registerOutputs`, as in the engine. */
export function toResource(registration: Registration): Resource {
  const { object, outputs, remote: _remote, external: _external, place: _place, ...rest } = registration;
  return {
    ...rest,
    props: fromWire((outputs ?? object).toJavaScript()) as Resource["props"],
  };
}

/** The parts of the SDK that recording needs, from the copy that the program itself will load. */
function loadSdk(from?: string): Sdk {
  const home = from && hasSdk(from) ? from : __filename;
  deferClosures(home);
  const load = createRequire(home);
  return {
    home,
    // Loading it makes the SDK's `global.asyncLocalStorage`, one for all copies of the SDK in the process.
    state: load("@pulumi/pulumi/runtime/state") as Sdk["state"],
    runtime: load("@pulumi/pulumi/runtime") as Sdk["runtime"],
  };
}

function hasSdk(file: string): boolean {
  try {
    createRequire(file).resolve("@pulumi/pulumi/runtime/state");
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives all that runs until `body` is done one store. The SDK asks `global.asyncLocalStorage` for it; a real one follows
 * every promise, which costs a recording a third of its time, and one program at a time needs none.
 */
async function withStore(store: unknown, body: () => Promise<void>): Promise<void> {
  const holder = globalThis as { asyncLocalStorage?: unknown };
  const before = holder.asyncLocalStorage;
  if (before instanceof OneStore) throw new Error("a recording is under way; one at a time");
  holder.asyncLocalStorage = new OneStore(store);
  try {
    await body();
  } finally {
    holder.asyncLocalStorage = before;
  }
}

/** What the SDK uses of Node's `AsyncLocalStorage`, for a single store. */
class OneStore {
  constructor(private readonly store: unknown) {}

  getStore(): unknown {
    return this.store;
  }

  run<T>(_store: unknown, body: () => T): T {
    return body();
  }
}

/** The SDK keeps a program's settings in an asynchronous local store; its Automation API uses it for inline programs. */
interface Sdk {
  /** A file that loads it. */
  home: string;
  state: {
    LocalStore: new () => {
      settings: { options: Record<string, unknown>; monitor?: unknown; engine?: unknown };
      config: Record<string, string>;
    };
  };
  runtime: {
    runInPulumiStack(body: () => Promise<unknown>): Promise<unknown>;
    disconnect(): Promise<void>;
  };
}
