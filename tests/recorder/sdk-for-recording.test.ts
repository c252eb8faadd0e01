import assert from "node:assert/strict";
import { adaptSdk } from "../../recorder/sdk-for-recording";

interface Debuggable {
  debuggablePromise(promise: Promise<unknown>, context?: string): Promise<unknown>;
}

describe("the SDK's promises", () => {
  const debuggable = require("@pulumi/pulumi/runtime/debuggable") as Debuggable;

  it("are not tracked while a program is recorded, and are again afterwards", async () => {
    const tracked = debuggable.debuggablePromise;
    const trackAgain = adaptSdk(__filename);
    const promise = Promise.resolve(1);
    assert.equal(debuggable.debuggablePromise(promise, "a promise"), promise);
    trackAgain();
    assert.equal(debuggable.debuggablePromise, tracked);
  });

  it("are left as they are for a file that loads no SDK", () => {
    const tracked = debuggable.debuggablePromise;
    adaptSdk("/nowhere/index.js")();
    assert.equal(debuggable.debuggablePromise, tracked);
  });
});
