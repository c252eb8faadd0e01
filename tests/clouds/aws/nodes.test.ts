import assert from "node:assert/strict";
import { isArm } from "../../../clouds/aws/nodes";

describe("machine image of AWS nodes", () => {
  it("is for ARM on Graviton families", () => {
    for (const type of ["m7g.large", "c6gn.xlarge", "t4g.medium", "im4gn.large", "g5g.xlarge", "a1.large"]) {
      assert.ok(isArm(type), type);
    }
  });

  it("is for x86 on all others", () => {
    for (const type of ["m7i.large", "c6a.large", "g4dn.xlarge", "g5.xlarge", "t3.medium", "u-6tb1.metal"]) {
      assert.ok(!isArm(type), type);
    }
  });
});
