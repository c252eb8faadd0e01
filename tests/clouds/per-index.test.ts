import assert from "node:assert/strict";
import { perIndex } from "../../clouds/per-index";

describe("what is made once for an index", () => {
  it("is made again for another only, also where nothing came of it", () => {
    let times = 0;
    const made = perIndex(() => {
      times += 1;
      return undefined;
    });
    const index = {};
    made(index);
    made(index);
    assert.equal(times, 1);
    made({});
    assert.equal(times, 2);
  });
});
