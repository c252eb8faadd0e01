import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resourcePolicyName } from "../../policies/gate";
import { rules } from "../../policies/rules";

const root = join(__dirname, "../..");
const docs = readFileSync(join(root, "docs/rules.md"), "utf8");

/** Text of a rule's section, on one line and without the marks of code. */
function section(name: string): string {
  const text = docs.split(/^## /m).find((part) => part.startsWith(`${name}\n`));
  assert.ok(text, `docs/rules.md has no section ${name}`);
  return plain(text);
}

const plain = (text: string) => text.replace(/\s+/g, " ");

describe("the rules", () => {
  it("have names that say concern, subject and requirement, each in the file of that name", () => {
    for (const { name } of rules) {
      const [, concern, rest] =
        /^(address|agent|baseline|capacity|coverage|encryption|exposure|latency|link|mtu|reach)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(
          name,
        ) ?? [];
      assert.ok(concern, `${name} is not <concern>-<subject>-<requirement>`);
      assert.ok(existsSync(join(root, "policies", concern, `${rest}.ts`)), `no file for ${name}`);
    }
    const names = rules.flatMap((rule) => [rule.name, resourcePolicyName(rule)]);
    assert.equal(new Set(names).size, names.length);
  });

  it("say in docs/rules.md what they say of themselves", () => {
    for (const rule of rules) {
      const text = section(rule.name);
      for (const said of [rule.description, rule.why, rule.fix, rule.needs]) {
        assert.ok(text.includes(plain(said)), `docs/rules.md says otherwise of ${rule.name}: ${said}`);
      }
      assert.ok(
        text.includes(`**Level.** ${rule.level}. **Severity.** ${rule.severity}.`),
        `level of ${rule.name}`,
      );
      const gates = /\*\*Gates\.\*\*([^*]*)\*\*/.exec(text)?.[1] ?? "";
      assert.match(gates, /stack/i);
      assert.equal(/resource/i.test(gates), rule.alone, `resource gate of ${rule.name}`);
    }
  });

  it("are all that docs/rules.md has", () => {
    const sections = [...docs.matchAll(/^## ([a-z]+-[a-z0-9-]+)$/gm)].map((match) => match[1]);
    assert.deepEqual(sections.sort(), rules.map((rule) => rule.name).sort());
  });
});
