import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { SPEC_KEY } from "../../network/spec/yaml";

/** Path in a spec: `["members", "dublin"]`, `["traffic", 0]`. */
export type SpecPath = (string | number)[];

/** Where the parts of a spec stand in its file. */
export interface SpecPlaces {
  /** Names of the members, as written. */
  members: string[];
  /** Ends of each traffic intent, in the order of the file. */
  traffic: { from?: string; to?: string }[];
  /** Line, from 1, of the key at a path; of the nearest part above it that is there. */
  lineOf(path: SpecPath): number;
}

/** Of a spec alone, or of a stack's configuration that holds one. The text was understood before. */
export function specPlaces(text: string): SpecPlaces {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const prefix: SpecPath = document.hasIn(["config", SPEC_KEY]) ? ["config", SPEC_KEY] : [];
  const at = (path: SpecPath): unknown => document.getIn([...prefix, ...path], true);
  const members = at(["members"]);
  const traffic = at(["traffic"]);
  return {
    members: isMap(members) ? members.items.flatMap(({ key }) => textOf(key) ?? []) : [],
    traffic: isSeq(traffic)
      ? traffic.items.map((intent) => (isMap(intent) ? endsOf(intent.get("from"), intent.get("to")) : {}))
      : [],
    lineOf: (path) => lines.linePos(offsetOf(document.contents, [...prefix, ...path])).line,
  };
}

function endsOf(from: unknown, to: unknown): { from?: string; to?: string } {
  return {
    ...(typeof from === "string" ? { from } : {}),
    ...(typeof to === "string" ? { to } : {}),
  };
}

function offsetOf(root: unknown, path: SpecPath): number {
  let node = root;
  let offset = start(root) ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => textOf(item.key) === String(key));
      if (!pair) break;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = start(node) ?? offset;
    } else break;
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function textOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}
