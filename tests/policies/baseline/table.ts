import assert from "node:assert/strict";
import { rules } from "../../../policies/rules";
import { type Single, said } from "../single";

/** Stacks that a rule passes, that it names something in, and that it cannot judge. */
export interface Case {
  rule: string;
  passes: Record<string, Single>[];
  names: Record<string, Single>[];
  /** None where whatever it needs is always known. */
  unknown?: Record<string, Single>[];
}

/** Every rule says nothing, `one: one (urn) …: why; remedy`, and that `one`'s property is not known. */
export function describeBaseline(title: string, cases: Case[]): void {
  describe(title, () => {
    for (const { rule: name, passes, names, unknown = [] } of cases) {
      const rule = rules.find((each) => each.name === name);
      it(`${name}: ${rule?.title ?? "is no rule"}`, () => {
        assert.ok(rule);
        assert.equal(rule.level, "advisory");
        for (const parts of passes) assert.deepEqual(said(rule, parts), [], JSON.stringify(parts));
        for (const parts of names) {
          const [line, ...more] = said(rule, parts);
          assert.match(line ?? "", /^one: one \(urn:[^ ]*\) .+: .+; .+\.$/, JSON.stringify(parts));
          assert.deepEqual(more, []);
        }
        for (const parts of unknown)
          assert.match(said(rule, parts).join("\n"), /^one: .* is not known[^\n]*$/, JSON.stringify(parts));
      });
    }
  });
}
