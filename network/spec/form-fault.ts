import type { z } from "zod";
import { closest } from "../place/closest";
import type { SpecFault } from "./read";
import { specSchema } from "./schema";

/** What the schema found wrong, in words for people: what was wrong and what would be right. */
export function formFault(issue: z.core.$ZodIssue): SpecFault[] {
  const at = [...issue.path];
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(at);
      return issue.keys.map((key) => {
        const near = closest(key, known);
        const hint = near ? `did you mean ${near}?` : `known keys are ${known.join(", ")}`;
        const meant = near ? { meant: [...at, near] } : {};
        return { at: [...at, key], key: true, message: `unknown key; ${hint}`, ...meant };
      });
    }
    case "invalid_type": {
      const wanted = NOUNS[issue.expected] ?? issue.expected;
      return [
        { at, message: issue.input === undefined ? `is required: give ${wanted}` : `must be ${wanted}` },
      ];
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const given = typeof issue.input === "string" ? issue.input : undefined;
      const near = given === undefined ? undefined : closest(given, values);
      const what =
        issue.input === undefined ? "is required" : `${JSON.stringify(issue.input)} is none of the choices`;
      return [{ at, message: `${what}; ${near ? `did you mean ${near}?` : `choose ${values.join(", ")}`}` }];
    }
    case "invalid_key":
      return [{ at, key: true, message: issue.issues.map((inner) => inner.message).join("; ") }];
    case "too_small":
    case "too_big":
      if (issue.origin === "int" || issue.origin === "number") {
        const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
        return [{ at, message: issue.message.startsWith("Too") ? `must be ${bound}` : issue.message }];
      }
      return [{ at, message: issue.message }];
    default:
      return [{ at, message: issue.message }];
  }
}

const NOUNS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a map",
  record: "a map",
  boolean: "true or false",
};

/** The keys that the schema knows at a path. */
function keysAt(path: PropertyKey[]): string[] {
  let schema: unknown = specSchema;
  for (const key of path) {
    schema = unwrap(schema);
    const def = definition(schema);
    if (def?.shape) schema = def.shape[String(key)];
    else schema = def?.valueType ?? def?.element;
  }
  return Object.keys(definition(unwrap(schema))?.shape ?? {});
}

interface Definition {
  shape?: Record<string, unknown>;
  valueType?: unknown;
  element?: unknown;
  innerType?: unknown;
}

function definition(schema: unknown): Definition | undefined {
  return (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def;
}

function unwrap(schema: unknown): unknown {
  const inner = definition(schema)?.innerType;
  return inner === undefined ? schema : unwrap(inner);
}
