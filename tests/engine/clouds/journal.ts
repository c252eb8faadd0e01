import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Properties, plainProperties } from "./properties";

/**
 * What the clouds hold is what their journal says: one line a change, only ever appended, so that a killed process loses
 * nothing and another one goes on from it. Inputs and outputs are in wire form there, secrets marked but readable.
 */
const change = z.object({
  /** `adopt`: an existing object taken over by another resource; `leave`: gone from the account, but its name stays taken. */
  op: z.enum(["create", "update", "delete", "adopt", "leave"]),
  package: z.string(),
  type: z.string(),
  id: z.string(),
  /** Where ids are unique only within something that is no part of them: the API server of a Kubernetes cluster. */
  place: z.string().optional(),
  /** Logical name. */
  name: z.string(),
  urn: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()),
});

export type Change = z.infer<typeof change>;

const request = z.object({
  method: z.string(),
  urn: z.string().optional(),
  type: z.string().optional(),
  id: z.string().optional(),
  preview: z.boolean().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  /** What was answered in place of a result. */
  error: z.string().optional(),
});

export type CloudRequest = z.infer<typeof request>;

/** An object that exists in a cloud. */
export interface CloudObject {
  package: string;
  type: string;
  id: string;
  /** The API server, of an object in a Kubernetes cluster. */
  place?: string;
  /** Logical name of the resource that made it. */
  name: string;
  urn: string;
  /** Plain: secrets are in clear. */
  inputs: Properties;
  /** Plain: secrets are in clear. */
  outputs: Properties;
}

/** What exists now, in order of creation. */
export function objectsIn(directory: string): CloudObject[] {
  return [...liveChanges(changesIn(directory)).values()].map(objectOf);
}

/** The object of a change, plain. */
export function objectOf({ op: _, inputs, outputs, ...identity }: Change): CloudObject {
  return { ...identity, inputs: plainProperties(inputs), outputs: plainProperties(outputs) };
}

/** Every change that was made, oldest first. */
export function changesIn(directory: string): Change[] {
  return linesOf(objectsFile(directory)).map((line) => change.parse(JSON.parse(line)));
}

/** Every request that was answered, oldest first; secrets are in clear. */
export function requestsIn(directory: string): CloudRequest[] {
  return linesOf(requestsFile(directory)).map((line) => request.parse(JSON.parse(line)));
}

/** The last word on each object that exists, by {@link keyOf}. */
export function liveChanges(changes: Iterable<Change>): Map<string, Change> {
  const live = new Map<string, Change>();
  for (const entry of changes) applyChange(live, entry);
  return live;
}

export function applyChange(live: Map<string, Change>, entry: Change): void {
  const key = keyOf(entry);
  if (entry.op === "delete" || entry.op === "leave") live.delete(key);
  else live.set(key, entry);
}

export function keyOf({ type, id, place = "" }: { type: string; id: string; place?: string }): string {
  return `${type}|${place}|${id}`;
}

/** One write, so that lines of several processes do not mix. */
export function appendChange(directory: string, entry: Change): void {
  appendFileSync(objectsFile(directory), `${JSON.stringify(entry)}\n`);
}

export function appendRequest(directory: string, entry: CloudRequest): void {
  appendFileSync(requestsFile(directory), `${JSON.stringify(entry)}\n`);
}

/** Yields, each time it is asked, the changes appended since: also those of other processes. */
export function journalReader(directory: string): () => Change[] {
  let offset = 0;
  return () => {
    const { text, bytes } = textFrom(objectsFile(directory), offset);
    offset += bytes;
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => change.parse(JSON.parse(line)));
  };
}

/** Whole lines only: another process may be writing. */
function textFrom(file: string, offset: number): { text: string; bytes: number } {
  if (!existsSync(file)) return { text: "", bytes: 0 };
  const descriptor = openSync(file, "r");
  try {
    const size = fstatSync(descriptor).size - offset;
    if (size <= 0) return { text: "", bytes: 0 };
    const buffer = Buffer.alloc(size);
    readSync(descriptor, buffer, 0, size, offset);
    const bytes = buffer.lastIndexOf("\n") + 1;
    return { text: buffer.subarray(0, bytes).toString("utf8"), bytes };
  } finally {
    closeSync(descriptor);
  }
}

function linesOf(file: string): string[] {
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];
}

function objectsFile(directory: string): string {
  return join(directory, "objects.jsonl");
}

function requestsFile(directory: string): string {
  return join(directory, "requests.jsonl");
}
