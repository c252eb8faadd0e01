import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resourcePolicyName } from "../../policies/gate";
import { rules } from "../../policies/rules";

const root = join(__dirname, "../..");
describe("the rules", () => {
  it("have names that say concern, subject and requirement, each in the file of that name", () => {
    const rows = join(root, "policies/baseline");
    const baseline = readdirSync(rows)
      .map((file) => readFileSync(join(rows, file), "utf8"))
      .join("");
    for (const { name } of rules) {
      const [, concern, rest] =
        /^(address|agent|baseline|capacity|coverage|encryption|exposure|latency|link|mtu|reach)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(
          name,
        ) ?? [];
      assert.ok(concern, `${name} is not <concern>-<subject>-<requirement>`);
      // Those of the baseline are rows, several of one subject in a file.
      const found =
        concern === "baseline"
          ? baseline.includes(`name: "${rest}",`)
          : existsSync(join(root, "policies", concern, `${rest}.ts`));
      assert.ok(found, `no file for ${name}`);
    }
    const names = rules.flatMap((rule) => [rule.name, resourcePolicyName(rule)]);
    assert.equal(new Set(names).size, names.length);
  });
});
