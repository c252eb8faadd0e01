import assert from "node:assert/strict";
import { CHECKOV } from "../../../policies/baseline/checkov";
import { rules } from "../../../policies/rules";

describe("the table of Checkov's checks", () => {
  it("has for each a rule, or the reason why there is none", () => {
    const names = new Set(rules.map(({ name }) => name));
    for (const { id, rule, note, whyNot } of CHECKOV) {
      assert.match(id, /^CKV2?_(AWS|GCP|AZURE)_\d+$/);
      assert.ok((rule === undefined) !== (whyNot === undefined), id);
      assert.ok(rule === undefined || names.has(rule), `${id}: there is no rule ${rule}`);
      assert.ok(rule !== undefined || note === undefined, id);
    }
    assert.equal(new Set(CHECKOV.map(({ id }) => id)).size, CHECKOV.length);
  });

  it("says of each rule what the rule says of itself", () => {
    for (const { name, checkov = [] } of rules) {
      const listed = CHECKOV.filter(({ rule }) => rule === name).map(({ id }) => id);
      assert.deepEqual([...checkov].sort(), listed.sort(), name);
    }
  });
});
