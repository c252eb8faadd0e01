import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { engineForm } from "../../analyzer/wire";

const KEY = "4dabf18193072939515e22adb298388d";
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const output = { [KEY]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
const reference = { [KEY]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:vpc" };
const secret = { [KEY]: "1b47061264138c4ac30d75fd1eb44270" };

const shown = (value: object) => engineForm(Struct.fromJavaScript({ value })).toJavaScript().value;

describe("the form that the engine shows to a policy", () => {
  it("leaves plain, unknown and secret values as they are", () => {
    const properties = Struct.fromJavaScript({
      a: [1, { b: UNKNOWN_TEXT }],
      c: { ...secret, value: "hush" },
    });
    assert.equal(engineForm(properties), properties);
  });

  it("has ids instead of references, and URNs of components", () => {
    assert.deepEqual(shown([{ ...reference, id: "vpc-1" }, { ...reference, id: "" }, reference]), [
      "vpc-1",
      UNKNOWN_TEXT,
      "urn:vpc",
    ]);
  });

  it("has values instead of outputs, still secret where they were", () => {
    assert.deepEqual(shown([{ ...output, value: 1 }, output, { ...output, value: "hush", secret: true }]), [
      1,
      UNKNOWN_TEXT,
      { ...secret, value: "hush" },
    ]);
  });
});
