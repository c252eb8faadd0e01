import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { notPlainIn } from "../../../network/spec/plain";

describe("plain values", () => {
  it("are all that JSON holds", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(notPlainIn(value), [])));
  });

  it("are told from outputs, promises and functions, by path", () => {
    const value = { a: [pulumi.output("x")], b: { c: Promise.resolve(1) }, d: () => 1, e: new Map(), f: 1n };
    assert.deepEqual(notPlainIn(value), [["a", 0], ["b", "c"], ["d"], ["e"], ["f"]]);
  });
});
