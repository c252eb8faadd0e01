import assert from "node:assert/strict";
import { defaultZones, zoneLetter } from "../../../clouds/aws/zones";

describe("AWS zones", () => {
  it("are a region's first three where nothing else is known", () => {
    assert.deepEqual(defaultZones("eu-west-1"), ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
  });

  it("leave out letters that a region does not have", () => {
    assert.deepEqual(defaultZones("ap-northeast-1"), [
      "ap-northeast-1a",
      "ap-northeast-1c",
      "ap-northeast-1d",
    ]);
    assert.equal(defaultZones("us-west-1").length, 2);
  });

  it("have a letter", () => {
    assert.equal(zoneLetter("us-gov-west-1c"), "c");
  });

  for (const zone of ["eu-west-1", "a", "westeurope-1", "us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1"]) {
    it(`are not what "${zone}" is`, () => {
      assert.throws(() => zoneLetter(zone), { name: "InputError", message: /^zones: .*like "eu-west-1a"/ });
    });
  }
});
