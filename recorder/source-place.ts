import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a program makes a resource. */
export interface SourcePlace {
  /** Absolute, or from the project's root where a saved file tells it. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
}

/** A frame of the call that registers a resource, as the SDK sends it: `file:///…`. */
export interface Frame {
  uri: string;
  line: number;
  column: number;
}

/** The innermost frame in a program's own files: within its folder, in no package that it depends on. */
export function placeInProgram(frames: Frame[], directory: string): SourcePlace | undefined {
  for (const { uri, line, column } of frames) {
    if (!uri.startsWith("file:") || line < 1) continue;
    const file = fileURLToPath(uri);
    if (file.startsWith(directory + sep) && !file.includes(join(sep, "node_modules", sep))) {
      return { file, line, column };
    }
  }
  return undefined;
}

/** What a state or a preview says of it: `project:///index.ts#12,3` (`sourcePosition` of `ResourceV3`, Pulumi CLI 3.258). */
export function placeOfText(text: string): SourcePlace | undefined {
  const [, path, line, column] = /^project:\/\/\/(.+)#(\d+)(?:,(\d+))?$/.exec(text) ?? [];
  if (path === undefined) return undefined;
  return { file: path, line: Number(line), column: Number(column ?? 1) };
}
