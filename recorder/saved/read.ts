import type { z } from "zod";
import { InputError } from "../../network/errors";
import { type Recording, toResource } from "../record";
import type { LogLine, Registration } from "../registration";
import { deploymentForm, registrationsOfState } from "./deployment";
import { dumpForm, registrationsOfDump } from "./dump";
import { failuresOf, hiddenSames, logsOfPreview, previewForm, registrationsOfPreview } from "./preview";

/** What Pulumi, or a check before, wrote of a stack. */
export interface Saved {
  kind: "preview" | "state" | "dump";
  recording: Recording;
}

const WANTED =
  "give what `pulumi preview --json --show-sames`, `pulumi stack export` or `isthmus check --dump FILE` wrote";

/**
 * A stack as a file holds it, told by its content to be a preview, a state or a dump, as if its program had been recorded.
 * Whatever was secret is unknown in it.
 *
 * @throws InputError where it is none of them, or leaves out a part of the stack
 */
export function readSaved({ file, text }: { file: string; text: string }): Saved {
  const value = parsed(file, text);
  if (Array.isArray(value)) {
    return saved("dump", registrationsOfDump(formed(dumpForm, value, file, "a dump of isthmus check")));
  }
  if (has(value, "deployment")) {
    return saved("state", registrationsOfState(formed(deploymentForm, value, file, "an exported state")));
  }
  if (!has(value, "steps") && !has(value, "changeSummary") && !has(value, "diagnostics")) {
    throw new InputError({
      file,
      path: "",
      message: `is neither a preview nor a state nor a dump; ${WANTED}`,
    });
  }
  const preview = formed(previewForm, value, file, "a preview");
  const hidden = hiddenSames(preview);
  if (hidden > 0) {
    const message = `leaves out ${hidden} unchanged resources, so it does not show the whole network; make it with \`pulumi preview --json --show-sames\``;
    throw new InputError({ file, path: "", message });
  }
  const logs = logsOfPreview(preview);
  return saved("preview", registrationsOfPreview(preview), logs, failuresOf(logs));
}

function saved(
  kind: Saved["kind"],
  registrations: Registration[],
  logs: LogLine[] = [],
  failures: string[] = [],
): Saved {
  const resources = registrations.map(toResource);
  return { kind, recording: { registrations, resources, logs, invokes: [], failures } };
}

function parsed(file: string, text: string): unknown {
  if (text.trim() === "") throw new InputError({ file, path: "", message: `is empty; ${WANTED}` });
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, which may be a secret.
    throw new InputError({ file, path: "", message: `is not JSON; ${WANTED}` });
  }
}

function has(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && key in value;
}

function formed<T>(form: z.ZodType<T>, value: unknown, file: string, what: string): T {
  const result = form.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const message = `is not ${what} of a form known here: ${issue?.message ?? "its parts differ"}`;
  throw new InputError({ file, path: issue?.path.map(String).join(".") ?? "", message });
}
