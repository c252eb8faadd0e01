import {
  Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
} from "yaml";
import { type Fault, InputError } from "../errors";
import { byText } from "./entries";
import { type Allocations, type Lock, SECTIONS, type Section } from "./lock";
import { lockConflicts } from "./lock-conflict";
import { keyFault, type LockEntry, valueFault } from "./lock-form";

const HEAD = ` Addresses, ASNs and ids that isthmus gave out. Commit this file: what stands here never moves.
 One allocation a line, so that git can merge it: put "*.lock.yaml merge=union" into .gitattributes.
 "was" marks what is no longer used and stays reserved for the same name; delete such a line to give its value free.
 Written by "isthmus plan --write".`;

/** The section that a lock has from the beginning or never. */
const WRITTEN_ONCE: Section = "agent";

/** Text of a lock: equal locks give equal bytes, and {@link parseLock} gives the lock back. */
export function formatLock(lock: Lock): string {
  const root = new YAMLMap();
  for (const [index, section] of SECTIONS.entries()) {
    const node = sectionNode(lock, section);
    if (node === null && section === WRITTEN_ONCE) continue;
    const name = new Scalar(section);
    name.spaceBefore = index > 0;
    root.add(new Pair(name, node));
  }
  const document = new Document();
  document.commentBefore = HEAD;
  document.contents = root;
  // Sections that grow stand there even when empty, so that two branches that fill one add lines and not a
  // section each.
  return document.toString({ lineWidth: 0, nullStr: "" });
}

function sectionNode(lock: Lock, section: Section): YAMLMap | null {
  const live: [string, unknown][] = [...lock[section]];
  const removed = [...lock.removed[section]].map(([key, was]): [string, unknown] => [key, wasNode(was)]);
  const entries = [...live, ...removed].sort(([a], [b]) => byText(a, b));
  if (entries.length === 0) return null;
  const node = new YAMLMap();
  for (const [key, value] of entries) node.add(new Pair(key, value));
  return node;
}

function wasNode(value: string | number): YAMLMap {
  const node = new YAMLMap();
  node.flow = true;
  node.add(new Pair("was", value));
  return node;
}

/**
 * A lock from its text.
 *
 * @param file shown in errors
 * @throws InputError with line and column of every fault: syntax, unknown sections, values of the wrong form, keys that
 *   stand twice, and values that two entries cannot both have
 */
export function parseLock(text: string, file?: string): Lock {
  refuse(file, conflictMarkers(text));
  const lines = new LineCounter();
  // With this schema every value is the text that was written, so that a name like `true` or `1e3` stays a
  // name.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "failsafe",
    uniqueKeys: false,
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  refuse(
    file,
    document.errors.map((error) => ({
      ...place(error.pos[0]),
      path: "",
      message: `not YAML: ${error.message}`,
    })),
  );
  const { entries, faults } = readEntries(document.contents, (node) => place(node?.range?.[0] ?? 0));
  refuse(file, faults);
  refuse(file, lockConflicts(entries));
  return lockOf(entries);
}

function refuse(file: string | undefined, faults: Fault[]): void {
  if (faults.length > 0)
    throw new InputError(faults.map((fault) => ({ ...(file ? { file } : {}), ...fault })));
}

function conflictMarkers(text: string): Fault[] {
  const line = text.split(/\r?\n/).findIndex((one) => /^(<{7} |={7}$|>{7} |\|{7} )/.test(one)) + 1;
  const message =
    "git could not merge this file and left its conflict markers; keep the lines of both sides, delete the markers, and run `isthmus plan --write`";
  return line === 0 ? [] : [{ line, column: 1, path: "", message }];
}

type Place = (node: Node | null | undefined) => { line: number; column: number };

function readEntries(root: unknown, place: Place): { entries: LockEntry[]; faults: Fault[] } {
  const entries: LockEntry[] = [];
  const faults: Fault[] = [];
  for (const [name, content] of pairsOf(root, place, "", faults)) {
    const section = SECTIONS.find((one) => one === name.value);
    if (!section) {
      const message = `is no section of a lock; there are ${SECTIONS.join(", ")}`;
      faults.push({ ...place(name), path: String(name.value), message });
      continue;
    }
    for (const [key, node] of pairsOf(content, place, section, faults)) {
      const entry = { section, key: String(key.value), ...place(key), ...writtenValue(node) };
      const wrong =
        keyFault(entry.key) ?? (entry.value === "" ? "has no value" : valueFault(section, entry.value));
      if (wrong) faults.push({ ...place(key), path: `${section}.${entry.key}`, message: wrong });
      else entries.push(entry);
    }
  }
  return { entries, faults };
}

/** Keys and values of a map; nothing of an absent one. */
function pairsOf(node: unknown, place: Place, path: string, faults: Fault[]): [Scalar, Node | null][] {
  if (node === null || (isScalar(node) && node.value === "")) return [];
  if (!isMap<Node, Node | null>(node)) {
    const message = "must be lines of a name, a colon and a value";
    faults.push({ ...place(node as Node), path, message });
    return [];
  }
  return node.items.flatMap(({ key, value }): [Scalar, Node | null][] => {
    if (isScalar(key)) return [[key, value]];
    faults.push({ ...place(key), path, message: "a name must be plain text, like dublin/pods" });
    return [];
  });
}

/** `10.80.0.0/17`, or `{ was: 10.80.0.0/17 }` for what is removed. */
function writtenValue(node: Node | null): { value: string; removed: boolean } {
  if (isScalar(node)) return { value: String(node.value), removed: false };
  const was = isMap(node) && node.items.length === 1 ? node.get("was") : undefined;
  return typeof was === "string" ? { value: was, removed: true } : { value: String(node), removed: false };
}

function lockOf(entries: readonly LockEntry[]): Lock {
  const inOrder = [...entries].sort((a, b) => byText(a.key, b.key));
  return {
    ...allocationsOf(inOrder.filter((entry) => !entry.removed)),
    removed: allocationsOf(inOrder.filter((entry) => entry.removed)),
  };
}

function allocationsOf(entries: readonly LockEntry[]): Allocations {
  const of = (section: Section) => entries.filter((entry) => entry.section === section);
  const texts = (section: Section) => new Map(of(section).map(({ key, value }) => [key, value]));
  const numbers = (section: Section) => new Map(of(section).map(({ key, value }) => [key, Number(value)]));
  return {
    ranges: texts("ranges"),
    asns: numbers("asns"),
    clusterIds: numbers("clusterIds"),
    addresses: texts("addresses"),
    insides: texts("insides"),
    generations: numbers("generations"),
    gateways: texts("gateways"),
    joins: texts("joins"),
    agent: texts("agent"),
  };
}
