import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import resources from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { AskedInvoke, InvokeAnswers } from "./invoke-answers";
import type { LogLine, Registration } from "./registration";
import { AnswerAsIs } from "./sdk-for-recording";
import { type Frame, placeInProgram, type SourcePlace } from "./source-place";
import { unknownAnswer } from "./unknown-answer";

type Callback<T> = (error: Error | null, response?: T) => void;

/** What a recording collects while the program runs. */
export interface Tape {
  registrations: Map<string, Registration>;
  logs: LogLine[];
  /** What the program asked its providers. */
  invokes: AskedInvoke[];
}

export function emptyTape(): Tape {
  return { registrations: new Map(), logs: [], invokes: [] };
}

/** The program that is recorded. */
export interface RecordedProgram {
  project: string;
  stack: string;
  /** Its own folder, by which its lines are told from those of packages. */
  directory: string;
  answers: InvokeAnswers;
}

/**
 * Stands where the engine's resource monitor stands: takes registrations and answers as the preview of a create does,
 * outputs equal to inputs and ids unknown. No provider is asked: no defaults, no checks, no autonames.
 */
export function recordingMonitor(tape: Tape, { project, stack, directory, answers }: RecordedProgram) {
  const urnOf = (parent: string, type: string, name: string): string => {
    const parentTypes = parent.split("::")[2];
    const types = parentTypes && parentTypes !== "pulumi:pulumi:Stack" ? `${parentTypes}$${type}` : type;
    return `urn:pulumi:${stack}::${project}::${types}::${name}`;
  };

  return {
    registerResource(request: resources.RegisterResourceRequest, done: Callback<unknown>): void {
      const urn = urnOf(request.getParent(), request.getType(), request.getName());
      if (tape.registrations.has(urn)) {
        done(new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`));
        return;
      }
      const object = request.getObject() ?? new Struct();
      const imported = request.getImportid();
      tape.registrations.set(urn, {
        urn,
        type: request.getType(),
        name: request.getName(),
        ...(request.getParent() ? { parent: request.getParent() } : {}),
        custom: request.getCustom(),
        remote: request.getRemote(),
        ...(imported ? { id: imported } : {}),
        object,
        dependencies: request.getDependenciesList(),
        propertyDependencies: propertyDependenciesOf(request),
        ...providerOf(request.getProvider()),
        ...placeOf(request, directory),
      });
      const response = new resources.RegisterResourceResponse();
      response.setUrn(urn);
      response.setId(imported);
      response.setObject(object);
      done(null, response);
    },

    registerResourceOutputs(
      request: resources.RegisterResourceOutputsRequest,
      done: Callback<unknown>,
    ): void {
      const registration = tape.registrations.get(request.getUrn());
      if (registration) registration.outputs = request.getOutputs() ?? new Struct();
      done(null, {});
    },

    readResource(request: resources.ReadResourceRequest, done: Callback<unknown>): void {
      const urn = urnOf(request.getParent(), request.getType(), request.getName());
      const object = request.getProperties() ?? new Struct();
      tape.registrations.set(urn, {
        urn,
        type: request.getType(),
        name: request.getName(),
        ...(request.getParent() ? { parent: request.getParent() } : {}),
        custom: true,
        remote: false,
        external: true,
        id: request.getId(),
        object,
        dependencies: request.getDependenciesList(),
        propertyDependencies: {},
        ...providerOf(request.getProvider()),
        ...placeOf(request, directory),
      });
      const response = new resources.ReadResourceResponse();
      response.setUrn(urn);
      response.setProperties(object);
      done(null, response);
    },

    invoke(request: resources.ResourceInvokeRequest, done: Callback<unknown>): void {
      const token = request.getTok();
      const answer = answers(token, request.getArgs()?.toJavaScript() ?? {});
      const asked: AskedInvoke = { token, answered: answer !== undefined, counted: false };
      tape.invokes.push(asked);
      const unknown = () =>
        new AnswerAsIs(
          unknownAnswer(() => {
            asked.counted = true;
          }),
        );
      done(null, {
        getFailuresList: () => [],
        getReturn: () =>
          answer ? Struct.fromJavaScript(answer as Parameters<typeof Struct.fromJavaScript>[0]) : unknown(),
      });
    },

    call(request: resources.ResourceCallRequest, done: Callback<unknown>): void {
      done(
        new Error(`${request.getTok()} is a method of a plugin's component, which only the engine can call`),
      );
    },

    supportsFeature(request: resources.SupportsFeatureRequest, done: Callback<unknown>): void {
      // Output values would wrap every property; transforms and hooks need the engine to call back.
      const withheld = ["outputValues", "transforms", "invokeTransforms"];
      done(null, { getHassupport: () => !withheld.includes(request.getId()) });
    },

    registerPackage(_request: unknown, done: Callback<unknown>): void {
      const response = new resources.RegisterPackageResponse();
      response.setRef("recorded");
      done(null, response);
    },

    signalAndWaitForShutdown(_request: unknown, done: Callback<unknown>): void {
      done(null, {});
    },

    close(): void {},
  };
}

/** Stands where the engine stands: keeps what the program logs. */
export function recordingEngine(tape: Tape) {
  // By the protocol's numbers; debug lines (0) are the SDK's own and are dropped.
  const severities = [undefined, "info", "warning", "error"] as const;
  return {
    log(request: LogRequest, done: Callback<unknown>): void {
      const severity = severities[request.getSeverity()];
      if (severity) {
        const urn = request.getUrn();
        tape.logs.push({ severity, message: request.getMessage(), ...(urn ? { urn } : {}) });
      }
      done(null, {});
    },
    setRootResource(_request: unknown, done: Callback<unknown>): void {
      done(null, {});
    },
    getRootResource(_request: unknown, done: Callback<unknown>): void {
      done(null, {});
    },
    close(): void {},
  };
}

function propertyDependenciesOf(request: resources.RegisterResourceRequest): Record<string, string[]> {
  const dependencies: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((value, key) => {
    const urns = value.getUrnsList();
    if (urns.length > 0) dependencies[key] = urns;
  });
  return dependencies;
}

function placeOf(
  request: resources.RegisterResourceRequest | resources.ReadResourceRequest,
  directory: string,
): { place?: SourcePlace } {
  const frames = (request.getStacktrace()?.getFramesList() ?? []).flatMap((frame): Frame[] => {
    const at = frame.getPc();
    return at ? [{ uri: at.getUri(), line: at.getLine(), column: at.getColumn() }] : [];
  });
  const place = placeInProgram(frames, directory);
  return place ? { place } : {};
}

/** A provider reference is `<urn>::<id>`, the id unknown before apply. */
function providerOf(reference: string): { provider?: string } {
  const end = reference.lastIndexOf("::");
  return end > 0 ? { provider: reference.slice(0, end) } : {};
}
