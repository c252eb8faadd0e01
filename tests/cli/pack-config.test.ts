import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packConfig } from "../../cli/pack-config";
import { InputError } from "../../network/errors";
import { folder } from "./isthmus";

describe("--policy-config", () => {
  it("takes a file, or the name of a configuration that is shipped", () => {
    const place = folder({ "mine.json": '{ "all": "advisory" }' });
    assert.deepEqual(packConfig(join(place, "mine.json")), { all: "advisory" });
    assert.equal(packConfig("prod")["agent-archived-named"], "mandatory");
  });

  const refusals: [string, string | undefined, RegExp][] = [
    [
      "a name that is neither",
      undefined,
      /there is no file prdo, and the shipped configurations are dev, prod, staging/,
    ],
    ["what is no JSON", "{", /must be a JSON object: by policy, a level or options/],
    ["a list", "[]", /must be a JSON object: by policy, a level or options/],
  ];
  for (const [what, text, message] of refusals) {
    it(`refuses ${what}`, () => {
      const file = join(folder({}), "mine.json");
      if (text !== undefined) writeFileSync(file, text);
      assert.throws(
        () => packConfig(text === undefined ? "prdo" : file),
        (error) => error instanceof InputError && message.test(error.message),
      );
    });
  }
});
