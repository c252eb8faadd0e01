import { z } from "zod";
import type { LogLine, Registration } from "../registration";
import { registrationOf, remains, resourceState } from "./state";

/** What `pulumi preview --json` writes: what is read of `PreviewDigest` (`pkg/display/json.go`, 2026-08). */
export const previewForm = z.looseObject({
  steps: z
    .array(
      z.looseObject({
        op: z.string(),
        urn: z.string(),
        oldState: resourceState.nullish(),
        newState: resourceState.nullish(),
      }),
    )
    .nullish(),
  diagnostics: z
    .array(z.looseObject({ urn: z.string().nullish(), message: z.string(), severity: z.string() }))
    .nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
});

type Preview = z.infer<typeof previewForm>;
type Step = NonNullable<Preview["steps"]>[number];

/** Operations after which there is nothing (`deploy.StepOp`, `pkg/resource/deploy/step.go`, 2026-08). */
const REMOVALS = new Set([
  "delete",
  "delete-replaced",
  "discard",
  "discard-replaced",
  "remove-pending-replace",
]);

/** How many unchanged resources the preview counted and does not show: it does so only with `--show-sames`. */
export function hiddenSames({ steps, changeSummary }: Preview): number {
  const shown = (steps ?? []).filter(({ op }) => op === "same").length;
  return Math.max(0, (changeSummary?.same ?? 0) - shown);
}

/** What there will be. A resource has several steps where it is replaced or refreshed first; the last says what it becomes. */
export function registrationsOfPreview({ steps }: Preview): Registration[] {
  const registrations = new Map<string, Registration>();
  for (const step of steps ?? []) {
    const registration = becoming(step);
    if (registration) registrations.set(registration.urn, registration);
  }
  return [...registrations.values()];
}

function becoming({ op, oldState, newState }: Step): Registration | undefined {
  if (!newState || REMOVALS.has(op) || !remains(newState)) return undefined;
  // The steps are told before the provider is asked, so a new state has neither outputs nor an id. A resource that is changed in
  // place keeps its id, an unchanged one all that it has.
  if (op === "update" && oldState) return registrationOf({ ...newState, id: newState.id || oldState.id });
  if (op !== "same" || !oldState) return registrationOf(newState);
  return registrationOf({
    ...newState,
    id: newState.id || oldState.id,
    outputs: newState.outputs ?? oldState.outputs,
  });
}

/** What the program logged, without what the engine says of the preview's own end. */
export function logsOfPreview({ diagnostics }: Preview): LogLine[] {
  return (diagnostics ?? []).flatMap(({ urn, message, severity }): LogLine[] => {
    if (severity !== "info" && severity !== "warning" && severity !== "error") return [];
    const text = message.replace(/^(info|warning|error): /, "").trimEnd();
    if (/^(preview|update) failed$/.test(text)) return [];
    return [{ severity, message: text, ...(urn ? { urn } : {}) }];
  });
}

/** What the program threw, in its first line: then it has not registered all that it meant to. */
export function failuresOf(logs: LogLine[]): string[] {
  return logs.flatMap(({ severity, message }) => {
    const [, thrown] = /^Running program .* failed with an unhandled exception:\n(.*)/.exec(message) ?? [];
    return severity === "error" && thrown !== undefined
      ? [thrown.replace(/^(<ref .*?> )?\w*Error: /, "")]
      : [];
  });
}
