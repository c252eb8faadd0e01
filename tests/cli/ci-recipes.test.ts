import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isthmus } from "./isthmus";

const RECIPES = ["github-actions.md", "gitlab-ci.md"];

/** Variables that would hold a key without an end. */
const STATIC_KEYS = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "ARM_CLIENT_SECRET",
  "AZURE_CREDENTIALS",
  "GOOGLE_CREDENTIALS",
  "credentials_json",
  "PULUMI_CONFIG_PASSPHRASE",
];

describe("the CI recipes", () => {
  for (const recipe of RECIPES) {
    const text = readFileSync(join(__dirname, "../../docs/ci", recipe), "utf8");
    const blocks = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml]) => parse(yaml ?? ""));
    const commands = blocks.flatMap(commandsIn);

    it(`${recipe} use only commands and options that isthmus has`, () => {
      const used = commands.flatMap((command) => /npx isthmus (\w+)(.*)/.exec(command)?.slice(1, 3) ?? []);
      const names = new Set(used.filter((_, index) => index % 2 === 0));
      assert.deepEqual([...names].sort(), ["check", "doctor"]);
      for (let index = 0; index < used.length; index += 2) {
        const help = isthmus([used[index] ?? "", "--help"]).out;
        for (const [option] of (used[index + 1] ?? "").matchAll(/--[\w-]+/g)) {
          assert.match(help, new RegExp(`${option}[ ,]`), `${used[index]} ${option}`);
        }
      }
    });

    it(`${recipe} keep no key without an end, and ask for tokens of the job`, () => {
      for (const key of STATIC_KEYS) assert.ok(!text.includes(key), key);
      assert.doesNotMatch(text, /\$\{\{ *secrets\./);
      assert.match(JSON.stringify(blocks), /"id-token":"write"|"id_tokens":\{/);
    });

    it(`${recipe} update with the policies, after a preview that was judged`, () => {
      const update = commands.find((command) => command.includes("pulumi up")) ?? "";
      assert.match(update, /--policy-pack policies/);
      assert.doesNotMatch(commands.join("\n"), /--skip-preview/);
      const order = ["isthmus doctor", "pulumi preview", "isthmus check --from", "pulumi up"];
      const all = commands.join("\n");
      const places = order.map((part) => all.indexOf(part));
      assert.ok(!places.includes(-1), String(places));
      assert.deepEqual(
        [...places].sort((one, other) => one - other),
        places,
      );
    });
  }

  it("for GitHub check pull requests without a credential, and pin every action to a major", () => {
    const [check, up] = workflows();
    assert.deepEqual(check?.permissions, { contents: "read" });
    assert.equal(check?.on, "pull_request");
    assert.ok(!("env" in (check?.jobs.check ?? {})));
    const actions = [check, up].flatMap((workflow) =>
      Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? [])),
    );
    assert.ok(actions.length > 5);
    for (const action of actions) assert.match(action, /^[\w-]+\/[\w-]+@v\d+$/);
  });

  it("for GitHub let a job last as long as its session, and no longer", () => {
    const up = workflows()[1]?.jobs.up;
    const session = up?.steps.find(({ uses }) => uses?.startsWith("aws-actions/"))?.with?.[
      "role-duration-seconds"
    ];
    assert.equal(session, (up?.["timeout-minutes"] ?? 0) * 60);
    assert.ok(Number(session) >= 45 * 60);
  });
});

interface Workflow {
  on: unknown;
  permissions: unknown;
  jobs: Record<
    string,
    { "timeout-minutes": number; steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }
  >;
}

function workflows(): Workflow[] {
  const text = readFileSync(join(__dirname, "../../docs/ci/github-actions.md"), "utf8");
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml]) => parse(yaml ?? "") as Workflow);
}

/** All command lines under `run`, `script` and `before_script`, at any depth, in the order in which they stand. */
function commandsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "run" && typeof inner === "string") return inner.split("\n");
    if ((key === "script" || key === "before_script") && Array.isArray(inner)) return inner.map(String);
    return commandsIn(inner);
  });
}
