import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../cli/verdict";
import { folder, isthmus, specText } from "./isthmus";

const FIXTURES = join(__dirname, "../recorder/saved/fixtures");
const SECRET = "hush_hush_hush";

/** Three members of which two have the same pods, one services that AKS refuses, and no encryption. */
function wrongSpec(): string {
  return specText({
    members: {
      dublin: { cloud: "aws", region: "eu-west-1", pods: "10.80.0.0/17" },
      frankfurt: { cloud: "gcp", region: "europe-west3", pods: "10.80.0.0/17" },
      amsterdam: { cloud: "azure", region: "westeurope", services: "172.30.0.0/20" },
    },
    tiers: { gold: { rtt: "1ms" } },
    agent: { encryption: "none" },
  });
}

describe("isthmus check --from", () => {
  it("comes to the same verdict on a dump as on the program, byte for byte", () => {
    const place = folder({ "mesh.json": wrongSpec() });
    const dump = join(place, "dump.json");
    const direct = isthmus(["check", "--spec", join(place, "mesh.json"), "--json", "--dump", dump]);
    const from = isthmus(["check", "--from", dump, "--json"]);
    assert.equal(direct.code, 1);
    assert.equal(from.code, 1, from.err);
    assert.equal(from.out, direct.out);
  });

  it("comes to the same verdict on a preview as on the program, an exported state's known outputs aside", () => {
    const rules = (file: string) =>
      verdictOf(file).violations.map(({ rule, level, urn }) => [rule, level, urn]);
    const preview = rules("create.json");
    assert.deepEqual(
      new Set(preview.map(([rule]) => rule)),
      new Set([
        "baseline-network-default-group-shut",
        "exposure-flow-logs",
        "encryption-vpn-ends-agree",
        "encryption-vpn-ikev2",
        "encryption-vpn-strong",
        "link-bgp-ends-agree",
      ]),
    );
    assert.deepEqual(rules("state.json"), preview);
    assert.deepEqual(rules("state-secrets.json"), preview);
  });

  it("counts what the program made, and not the engine's own providers", () => {
    assert.equal(verdictOf("create.json").resources, 8);
    assert.equal(verdictOf("state.json").resources, 8);
  });

  it("judges what there will be after the change that a preview shows", () => {
    const overlap = verdictOf("change.json").violations.find(
      ({ rule }) => rule === "address-ranges-disjoint",
    );
    assert.match(overlap?.message ?? "", /east .* overlaps west |west .* overlaps east /);
  });

  it("never tells a secret that a state was exported with", () => {
    const place = folder({});
    for (const format of ["text", "json", "github"]) {
      const dump = join(place, `${format}.json`);
      const run = isthmus([
        "check",
        "--from",
        join(FIXTURES, "state-secrets.json"),
        "--format",
        format,
        "--dump",
        dump,
      ]);
      assert.ok(readFileSync(join(FIXTURES, "state-secrets.json"), "utf8").includes(SECRET));
      assert.ok(!(run.out + run.err + readFileSync(dump, "utf8")).includes(SECRET), format);
    }
  });

  const refusals: [string, (place: string) => string[], RegExp][] = [
    [
      "a file that is not there",
      (place) => ["--from", join(place, "none.json")],
      /none\.json: no such file$/,
    ],
    [
      "a spec",
      (place) => ["--from", join(place, "mesh.json")],
      /is neither a preview nor a state nor a dump/,
    ],
    [
      "a preview that hides what stays",
      () => ["--from", join(FIXTURES, "change-hidden.json")],
      /--show-sames`$/,
    ],
    [
      "a stack beside the file",
      () => ["--from", join(FIXTURES, "state.json"), "--stack", "dev"],
      /--from names a network that is made already, and --stack one to make; give one of them$/,
    ],
  ];
  for (const [what, args, message] of refusals) {
    it(`says so in one clear line for ${what}, and exits with 2`, () => {
      const run = isthmus(["check", ...args(folder({ "mesh.json": specText() }))]);
      assert.equal(run.code, 2, run.out);
      assert.equal(run.out, "");
      assert.match(run.err.trim(), message);
      assert.equal(run.err.trim().split("\n").length, 1, run.err);
    });
  }
});

function verdictOf(file: string): Verdict {
  const run = isthmus(["check", "--from", join(FIXTURES, file), "--json"]);
  assert.equal(run.code, 1, run.err);
  return JSON.parse(run.out) as Verdict;
}
