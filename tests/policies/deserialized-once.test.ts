import assert from "node:assert/strict";
import { deserializeOnce } from "../../policies/deserialized-once";

describe("the policy SDK's values of a resource", () => {
  function counting() {
    let calls = 0;
    const sdk = {
      deserializeProperties: (properties: object, keepSecrets: boolean): object => {
        calls++;
        return { of: properties, keepSecrets };
      },
    };
    deserializeOnce(sdk);
    return { sdk, calls: () => calls };
  }

  it("are made once for all policies that are shown one message", () => {
    const { sdk, calls } = counting();
    const message = {};
    assert.equal(sdk.deserializeProperties(message, false), sdk.deserializeProperties(message, false));
    assert.equal(calls(), 1);
  });

  it("are made anew for another message", () => {
    const { sdk, calls } = counting();
    assert.notEqual(sdk.deserializeProperties({}, false), sdk.deserializeProperties({}, false));
    assert.equal(calls(), 2);
  });

  it("are made anew each time for a remediation, which may change them", () => {
    const { sdk, calls } = counting();
    const message = {};
    sdk.deserializeProperties(message, true);
    sdk.deserializeProperties(message, true);
    assert.equal(calls(), 2);
  });

  it("are left to an SDK that is made otherwise", () => {
    const sdk = {};
    deserializeOnce(sdk);
    assert.deepEqual(sdk, {});
  });

  it("are made by the SDK that the pack runs with in the way that is relied on", () => {
    const sdk = require("@pulumi/policy/deserialize") as { deserializeProperties?: unknown };
    assert.equal(typeof sdk.deserializeProperties, "function");
    const descriptor = Object.getOwnPropertyDescriptor(sdk, "deserializeProperties");
    assert.equal(descriptor?.writable, true);
  });
});
