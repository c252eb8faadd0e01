import assert from "node:assert/strict";
import { weaveDefaultMtu, weavePodMtu, weaveUnderlay } from "../../../agents/weave/facts";

describe("Weave's packets", () => {
  it("measure what its makers say for networks of 1500, 1460 and 9001 bytes", () => {
    assert.equal(weavePodMtu(1500), 1416);
    assert.equal(weavePodMtu(1460), weaveDefaultMtu);
    assert.equal(weavePodMtu(9001), 8916);
  });

  it("fit the network that they are for, whatever it carries", () => {
    for (let underlay = 576; underlay <= 9216; underlay += 1) {
      assert.ok(weaveUnderlay(weavePodMtu(underlay)) <= underlay);
      assert.equal(weavePodMtu(underlay) % 4, 0);
    }
  });
});
