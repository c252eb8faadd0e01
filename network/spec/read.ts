import { type Fault, InputError } from "../errors";
import { formFault } from "./form-fault";
import { meaningFaults } from "./meaning";
import { specSchema } from "./schema";
import type { MeshSpec } from "./shape";

/** Where a value's parts stand in the file that it came from. */
export interface SourceMap {
  file: string;
  /** Line and column of the value at `path`, or of its nearest ancestor that is there; `key` asks for the key itself. */
  position(path: PropertyKey[], key: boolean): { line: number; column: number };
}

/**
 * A spec from any value: a component's arguments, a stack's configuration, a parsed file.
 * One range as plain text is taken for a `supernet` list of one.
 *
 * @throws InputError with every fault, in the order of the file
 */
export function readSpec(value: unknown, source?: SourceMap): MeshSpec {
  const whole = withSupernetList(value);
  const parsed = specSchema.safeParse(whole, { reportInput: true });
  const form = parsed.success ? [] : parsed.error.issues.flatMap(formFault);
  const sound = parsed.success
    ? parsed.data
    : without(
        whole,
        form.map((fault) => fault.at),
      );
  const told = new Set(form.map((fault) => pathText(fault.at)));
  const meant = new Set(form.flatMap((fault) => (fault.meant ? [pathText(fault.meant)] : [])));
  const faults = [...form, ...meaningFaults(sound).filter((fault) => !told.has(pathText(fault.at)))].filter(
    (fault) => !meant.has(pathText(fault.at)),
  );
  if (faults.length > 0) throw new InputError(placed(faults, source));
  // No fault of form: `sound` is what the schema parsed.
  return sound as MeshSpec;
}

/** A fault before it is placed in a file. */
export interface SpecFault {
  at: PropertyKey[];
  message: string;
  /** The key is at fault, not its value. */
  key?: boolean;
  /** Path of the key that was most likely meant, so that it is not called missing too. */
  meant?: PropertyKey[];
}

function placed(faults: SpecFault[], source: SourceMap | undefined): Fault[] {
  const list = faults.map(
    (fault): Fault => ({
      path: pathText(fault.at),
      message: fault.message,
      ...(source ? { file: source.file, ...source.position(fault.at, fault.key ?? false) } : {}),
    }),
  );
  return list.sort((x, y) => (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0));
}

function pathText(path: PropertyKey[]): string {
  return path.map(String).join(".");
}

function withSupernetList(value: unknown): unknown {
  if (!isObject(value) || typeof value.supernet !== "string") return value;
  return { ...value, supernet: [value.supernet] };
}

/** A copy without the parts at fault, so that the sound rest can still be judged and all faults told at once. */
function without(value: unknown, paths: PropertyKey[][]): unknown {
  const drop = (part: unknown, inner: PropertyKey[][]): unknown => {
    if (inner.length === 0) return part;
    if (inner.some((path) => path.length === 0)) return undefined;
    const rest = (key: string) =>
      inner.filter((path) => String(path[0]) === key).map((path) => path.slice(1));
    if (Array.isArray(part)) return part.map((element, index) => drop(element, rest(String(index))));
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, element]) => [key, drop(element, rest(key))]));
  };
  return drop(value, paths);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
