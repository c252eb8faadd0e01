import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { cidr } from "../network/address/cidr";
import { overlaps } from "../network/address/overlap";
import { built, cachedFile, type GoTool } from "../tests/go/tool";
import type { Figure } from "./figure";
import { median } from "./median";
import { rangeTexts } from "./range-texts";

const RANGES = 5_000;
const ROUNDS = 5;

/** Open Policy Agent's command line, built from its Go module. */
const OPA: GoTool = {
  name: "opa",
  module: join(__dirname, "opa"),
  main: "github.com/open-policy-agent/opa",
  versionOf: "github.com/open-policy-agent/opa",
  versionVariable: "github.com/open-policy-agent/opa/v1/version.Version",
};

const evaluated = z.object({
  result: z.tuple([
    z.object({ expressions: z.tuple([z.object({ value: z.array(z.tuple([z.number(), z.number()])) })]) }),
  ]),
  metrics: z.looseObject({ timer_rego_query_eval_ns: z.number() }),
});

/**
 * How much longer Open Policy Agent's own function takes to find the overlapping pairs of 5,000 ranges than ours does, its process and its
 * parsing of the input left aside. The same pairs, or an error. Says so in a line where neither the program nor Go is there.
 */
export async function opaFigures(): Promise<Figure[]> {
  const program = await opaProgram();
  if (program === undefined) {
    console.log("left out: Open Policy Agent, which is built from its Go module, and Go is not on the PATH");
    return [];
  }
  const texts = rangeTexts(RANGES, 20_261_124);
  const theirs = evaluatedBy(program, texts);
  const times: number[] = [];
  let pairs: string[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = process.hrtime.bigint();
    const found = overlaps(texts.map((text, index) => ({ index, cidr: cidr(text) })));
    if (round > 0) times.push(Number(process.hrtime.bigint() - start)); // the first warms up
    pairs = pairsOf(found.map(([one, other]) => [one.index, other.index]));
  }
  const same = pairsOf(theirs.pairs);
  if (pairs.length !== same.length || pairs.some((pair, at) => pair !== same[at]))
    throw new Error(`Open Policy Agent finds ${same.length} overlapping pairs, and we find ${pairs.length}`);
  return [
    { name: "overlap-pairs", value: pairs.length, unit: "pairs" },
    { name: "overlap-opa-over-ours", value: theirs.nanoseconds / median(times), unit: "times" },
  ];
}

/** Built already, or to be built; nothing where Go is missing too. */
async function opaProgram(): Promise<string | undefined> {
  const go = spawnSync("go", ["version"]).status === 0;
  return go ? built(OPA) : existing();
}

function existing(): string | undefined {
  const file = cachedFile(OPA);
  return spawnSync(file, ["version"]).status === 0 ? file : undefined;
}

function evaluatedBy(program: string, texts: string[]): { pairs: [number, number][]; nanoseconds: number } {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-opa-"));
  try {
    const input = join(folder, "input.json");
    writeFileSync(input, JSON.stringify({ ranges: texts }));
    const query = "[pair | some pair in net.cidr_contains_matches(input.ranges, input.ranges)]";
    const args = ["eval", "--input", input, "--metrics", "--format", "json", query];
    const text = execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
    const { result, metrics } = evaluated.parse(JSON.parse(text));
    return { pairs: result[0].expressions[0].value, nanoseconds: metrics.timer_rego_query_eval_ns };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each pair once, whichever is the outer one, and none of a range with itself. */
function pairsOf(pairs: readonly (readonly [number, number])[]): string[] {
  const keys = pairs.filter(([a, b]) => a !== b).map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`);
  return [...new Set(keys)].sort();
}
