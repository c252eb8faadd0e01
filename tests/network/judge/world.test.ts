import assert from "node:assert/strict";
import { isWorld } from "../../../network/judge/world";

describe("a source that is everybody", () => {
  it("is found in every cloud's spelling", () => {
    for (const source of ["0.0.0.0/0", "::/0", "*", "Internet", "any", "0.0.0.0"])
      assert.ok(isWorld(source), source);
  });

  it("is found where it is written as two halves", () => {
    for (const half of ["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"]) assert.ok(isWorld(half), half);
  });

  it("is no range of one's own", () => {
    for (const source of ["10.0.0.0/8", "128.0.0.0/16", "0.0.0.0/10"]) assert.ok(!isWorld(source), source);
  });
});
