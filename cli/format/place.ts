import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Violation } from "../verdict";
import type { Report } from "./format";
import { specPlaces } from "./spec-places";
import { subjectOf } from "./subject";

/** A line that somebody can mend. */
export interface Place {
  /** From the repository's root, with slashes. */
  file: string;
  /** From 1. */
  line: number;
  column?: number;
}

/**
 * Tells of each violation where it is to be mended: the part of the spec that it is about, else the line of the program that made
 * its resource or a component above it, else the spec as a whole.
 */
export function placeOf({
  recording,
  specFile,
}: Pick<Report, "recording" | "specFile">): (violation: Violation) => Place | undefined {
  const spec =
    specFile === undefined
      ? undefined
      : { file: specFile, places: specPlaces(readFileSync(specFile, "utf8")) };
  const registered = new Map(recording.registrations.map((one) => [one.urn, one]));
  const inProgram = (violation: Violation): Place | undefined => {
    for (const urn of [violation.urn, ...violation.related]) {
      for (let at = registered.get(urn); at; at = registered.get(at.parent ?? "")) {
        if (at.place) return { ...at.place, file: fromRoot(at.place.file) };
      }
    }
    return undefined;
  };
  return (violation) => {
    const path = spec && subjectOf(violation, recording, spec.places);
    const inSpec = spec && path && { file: fromRoot(spec.file), line: spec.places.lineOf(path) };
    return path?.length ? inSpec : (inProgram(violation) ?? inSpec);
  };
}

/** A file's path from the repository's root, where a job's own folder may be below it. */
export function fromRoot(file: string): string {
  const root = process.env.GITHUB_WORKSPACE || process.cwd();
  const path = relative(root, resolve(file));
  return (path === "" || path.startsWith("..") ? file : path).split(sep).join("/");
}
