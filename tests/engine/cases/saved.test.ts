import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { UP } from "../fault-matrix";
import { REPOSITORY } from "../project";

/** What a spec of dev is changed into, by rule that it then breaks; nothing for the sound one. */
const MUTATIONS: Record<string, [RegExp, string][]> = {
  nothing: [],
  "address-ranges-disjoint": [own("dublin", "pods: 10.66.0.0/17"), own("frankfurt", "pods: 10.66.0.0/18")],
  "address-ranges-allowed": [own("amsterdam", "pods: 172.30.0.0/17")],
  "encryption-agent-enabled": [[/(members:)/, "agent: { encryption: none }\n    $1"]],
  "latency-tier-met": [[/rtt: \d+ms/, "rtt: 1ms"]],
};

/** Puts a line into a member's description. */
function own(member: string, line: string): [RegExp, string] {
  return [new RegExp(`( {6}${member}:\\n)`), `$1        ${line}\n`];
}

interface Verdict {
  ok: boolean;
  violations: { rule: string; level: string; message: string }[];
}

engineSuite("what Pulumi wrote of a stack", () => {
  let engine: Engine;
  before(async () => {
    engine = await startEngine({ environments: ["dev", "staging", "prod"] });
  });
  after(() => engine.stop());

  const cases: [string, string][] = [
    ...Object.keys(MUTATIONS).map((mutation): [string, string] => ["dev", mutation]),
    ["staging", "nothing"],
    ["prod", "nothing"],
  ];
  for (const [environment, mutation] of cases) {
    it(`is judged by check as its program is, and as the engine judges it: ${environment}, ${mutation} broken`, async () => {
      const restore = mutate(engine, environment, MUTATIONS[mutation] ?? []);
      try {
        await engine.run(["stack", "select", environment]);
        const direct = check(engine, ["--stack", environment]);
        const preview = await engine.run(["preview", "--json"]);
        assert.deepEqual(sorted(check(engine, ["--from", saved(engine, preview.stdout)])), sorted(direct));
        const told = await engine.run(["preview", "--policy-pack", "policies"]);
        assert.equal(told.code === 0, direct.ok, told.stdout + told.stderr);
        const rules = new Set(
          direct.violations.filter(({ level }) => level === "mandatory").map(({ rule }) => rule),
        );
        assert.deepEqual(mandatoryRules(told.stdout), rules, told.stdout);
        assert.equal(rules.has(mutation), mutation !== "nothing", [...rules].join());
      } finally {
        restore();
      }
    });
  }

  it("is judged alike once it is applied: by check on its state, and by pulumi policy analyze", async () => {
    await engine.run(["stack", "select", "dev"]);
    const up = await engine.run(UP);
    assert.equal(up.code, 0, up.stdout + up.stderr);
    const file = join(engine.project, "state.json");
    assert.equal((await engine.run(["stack", "export", "--file", file])).code, 0);
    assert.deepEqual(sorted(check(engine, ["--from", file])), sorted(check(engine, ["--stack", "dev"])));
    const analyzed = await engine.run(["policy", "analyze", "--policy-pack", "policies", "--file", file]);
    assert.equal(analyzed.code, 0, analyzed.stdout + analyzed.stderr);
  });
});

/** Changes a stack's description; gives what puts it back. */
function mutate({ project }: Engine, environment: string, changes: [RegExp, string][]): () => void {
  const file = join(project, "stacks", `Pulumi.${environment}.yaml`);
  const before = readFileSync(file, "utf8");
  const after = changes.reduce((text, [from, to]) => {
    assert.match(text, from);
    return text.replace(from, to);
  }, before);
  writeFileSync(file, after);
  return () => writeFileSync(file, before);
}

function check({ project }: Engine, source: string[]): Verdict {
  const run = spawnSync(
    process.execPath,
    [join(REPOSITORY, "dist/cli/main.js"), "check", "--json", ...source],
    {
      cwd: project,
      encoding: "utf8",
    },
  );
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  return JSON.parse(run.stdout) as Verdict;
}

function saved({ project }: Engine, text: string): string {
  const file = join(project, "preview.json");
  writeFileSync(file, text);
  return file;
}

/** Without the stack's and project's names, and in one order. */
function sorted({ ok, violations }: Verdict): [boolean, string[]] {
  return [ok, violations.map(({ rule, level, message }) => `${level} ${rule} ${message}`).sort()];
}

/** Rules whose violations a preview told as mandatory; a resource's and the stack's word are one rule's. */
function mandatoryRules(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/\[mandatory\] \[severity: \w+\]\s+([a-z0-9-]+)/g)].map(([, rule = ""]) =>
      rule.replace(/-resource$/, ""),
    ),
  );
}
