import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
} from "yaml";
import { InputError } from "../errors";
import { readSpec, type SourceMap } from "./read";
import type { MeshSpec } from "./shape";

/** A spec in YAML (or JSON) text: the spec alone, or a stack's configuration file with it under `isthmus:mesh`. */
export interface SpecText {
  /** Shown in errors. */
  file: string;
  text: string;
}

/** Key of the spec in a stack's configuration. */
export const SPEC_KEY = "isthmus:mesh";

/**
 * @throws InputError with line and column of every fault, YAML's own faults first
 */
export function readSpecText({ file, text }: SpecText): MeshSpec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((error) => ({
        file,
        ...place(error.pos[0]),
        path: "",
        message: `not YAML: ${error.message}`,
      })),
    );
  }

  const prefix = document.hasIn(["config", SPEC_KEY]) ? ["config", SPEC_KEY] : [];
  if (prefix.length === 0 && document.has("config")) {
    throw new InputError({
      file,
      path: "config",
      message: `has no ${SPEC_KEY}; the mesh is described under that key`,
    });
  }
  const source: SourceMap = {
    file,
    position: (path, key) => place(offsetOf(document.contents, [...prefix, ...path], key)),
  };
  const value = plainValue(document, file);
  return readSpec(prefix.length > 0 ? at(value, prefix) : value, source);
}

/** Aliases are limited, so that a few lines cannot stand for millions. */
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({ file, path: "", message: `cannot be read: ${reason}` });
  }
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
}

/** Offset of the value (or key) at a path; where it is missing, of the nearest ancestor. */
function offsetOf(root: unknown, path: PropertyKey[], wantKey: boolean): number {
  let node: unknown = root;
  let offset = start(root) ?? 0;
  for (const [depth, key] of path.entries()) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyText(item.key) === String(key));
      if (!pair) break;
      const last = depth === path.length - 1;
      offset = (last && wantKey ? start(pair.key) : (start(pair.value) ?? start(pair.key))) ?? offset;
      node = pair.value;
    } else {
      node = node.items[Number(key)];
      offset = start(node) ?? offset;
    }
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}
