import assert from "node:assert/strict";
import fc from "fast-check";
import { filled, placeholdersIn, unquotedIn } from "../../../network/spec/placeholders";

const known = { pods: "10.80.0.0/17", mtu: 1406, "remote.pods": ["10.81.0.0/17", "10.82.0.0/17"] };

describe("placeholders in a custom agent's values", () => {
  it("become the plan's values: of their own type where they stand alone, else text", () => {
    const values = {
      mtu: "{{mtu}}",
      cidrs: ["{{pods}}"],
      remote: "{{remote.pods}}",
      args: "--mtu={{mtu}} --to={{remote.pods}}",
    };
    assert.deepEqual(filled(values, known), {
      mtu: 1406,
      cidrs: ["10.80.0.0/17"],
      remote: ["10.81.0.0/17", "10.82.0.0/17"],
      args: "--mtu=1406 --to=10.81.0.0/17,10.82.0.0/17",
    });
  });

  it("are found wherever they are, with their path", () => {
    assert.deepEqual(placeholdersIn({ a: [{ b: "x {{pods}} {{nothing}}" }], c: 1, d: null, e: true }), [
      { at: ["a", 0, "b"], name: "pods" },
      { at: ["a", 0, "b"], name: "nothing" },
    ]);
  });

  it("are not what a chart's own templates look like, which stay as they are, as do names that nobody knows", () => {
    for (const text of [
      "{{ .Release.Name }}",
      "{{.Values.mtu}}",
      "{{- end }}",
      "{{ pods }}",
      "${pods",
      "{{}}",
    ]) {
      assert.deepEqual(placeholdersIn(text), [], text);
      assert.equal(filled(text, known), text);
    }
    assert.equal(filled("{{toString}}", known), "{{toString}}");
  });

  it("are found where YAML made maps of them, for want of quotes", () => {
    assert.deepEqual(unquotedIn({ ipam: { cidr: { "{ pods: null }": null }, mask: 24 } }), [
      ["ipam", "cidr"],
    ]);
    assert.deepEqual(unquotedIn({ ipam: { cidr: "{{pods}}" } }), []);
  });

  it("leave every value without them as it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!/\{\{|__proto__/.test(JSON.stringify(value)));
        assert.deepEqual(filled(value, known), value);
        assert.deepEqual(placeholdersIn(value), []);
      }),
    );
  });
});
