import assert from "node:assert/strict";
import fc from "fast-check";
import { hostileResource, judgeAll } from "./hostile";

describe("hostile properties", function () {
  this.timeout(120_000);

  it("crash no reader and no rule, and change no object's prototype", () => {
    const own = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(
      fc.property(fc.array(hostileResource(), { minLength: 1, maxLength: 4 }), (resources) =>
        judgeAll(resources),
      ),
      { numRuns: 500, seed: 6 },
    );
    assert.equal(Object.getOwnPropertyNames(Object.prototype).length, own);
  });
});
