import assert from "node:assert/strict";
import { readSpec } from "../../../network/spec/read";

const members = { dublin: { cloud: "aws", region: "eu-west-1" } };

describe("a spec's isolation", () => {
  it("is open, or strict, or not said", () => {
    assert.equal(readSpec({ members, isolation: "strict" }).isolation, "strict");
    assert.equal(readSpec({ members, isolation: "open" }).isolation, "open");
    assert.equal(readSpec({ members }).isolation, undefined);
  });

  it("is refused as anything else, with what it may be", () => {
    assert.throws(() => readSpec({ members, isolation: "full" }), /isolation: .*open.*strict/s);
  });
});
