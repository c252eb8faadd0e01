import assert from "node:assert/strict";
import fc from "fast-check";
import { flag, list, number, text, texts, valueAt } from "../../../network/model/property";
import { UNKNOWN } from "../../../network/model/resource";

const PROPS = {
  bgp: { asn: "64512", mode: "CUSTOM", keepalive: 20 },
  ranges: ["10.0.0.0/8", "10.1.0.0/16"],
  ports: [{ port: 443 }],
  enabled: "true",
  nothing: null,
  later: UNKNOWN,
};

describe("reading properties of a resource", () => {
  it("follows a path through objects and lists", () => {
    assert.equal(text(PROPS, "bgp.mode"), "CUSTOM");
    assert.equal(number(PROPS, "ports.0.port"), 443);
    assert.deepEqual(texts(PROPS, "ranges"), ["10.0.0.0/8", "10.1.0.0/16"]);
    assert.equal(list(PROPS, "ports")?.constructor, Array);
  });

  it("takes a number or a truth value that is written as text", () => {
    assert.equal(number(PROPS, "bgp.asn"), 64512);
    assert.equal(flag(PROPS, "enabled"), true);
  });

  it("tells what is not set from what is not known", () => {
    assert.equal(text(PROPS, "bgp.description"), undefined);
    assert.equal(text(PROPS, "nothing"), undefined);
    assert.equal(text(PROPS, "later"), UNKNOWN);
    assert.equal(number(PROPS, "later.bgp.asn"), UNKNOWN);
    assert.equal(texts({ ranges: ["10.0.0.0/8", UNKNOWN] }, "ranges"), UNKNOWN);
  });

  it("calls unknown what is set but of another kind", () => {
    assert.equal(text(PROPS, "bgp"), UNKNOWN);
    assert.equal(number(PROPS, "bgp.mode"), UNKNOWN);
    assert.equal(list(PROPS, "bgp"), UNKNOWN);
    assert.equal(flag(PROPS, "bgp.keepalive"), UNKNOWN);
  });

  it("never throws and never finds what an object only inherits", () => {
    assert.equal(valueAt({}, "constructor"), undefined);
    fc.assert(fc.property(fc.anything(), fc.string(), (props, path) => void valueAt(props, path)));
  });
});
