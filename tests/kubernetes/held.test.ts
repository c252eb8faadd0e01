import assert from "node:assert/strict";
import { notHeld } from "./held";

describe("an object that was read back", () => {
  it("may hold more than was sent, and no less", () => {
    const sent = { spec: { ports: [{ port: 443 }], type: "LoadBalancer" } };
    assert.deepEqual(notHeld(sent, { spec: { ...sent.spec, clusterIP: "10.0.0.1" }, status: {} }), []);
    assert.deepEqual(notHeld(sent, { spec: { ports: [{ port: 443 }] } }), [
      'spec.type: sent "LoadBalancer", holds nothing',
    ]);
  });

  it("differs where a value, a type or the length of a list does", () => {
    assert.deepEqual(notHeld({ mtu: 1406 }, { mtu: 1400 }), ["mtu: sent 1406, holds 1400"]);
    assert.deepEqual(notHeld({ on: true }, { on: "true" }), ['on: sent true, holds "true"']);
    assert.deepEqual(notHeld({ cidrs: ["a"] }, { cidrs: ["a", "b"] }), [
      'cidrs: sent ["a"], holds ["a","b"]',
    ]);
    assert.deepEqual(notHeld({ spec: { a: 1 } }, { spec: [1] }), ['spec: sent {"a":1}, holds [1]']);
  });

  it("is the same with a quantity spelled otherwise, and not with another one", () => {
    assert.deepEqual(notHeld({ cpu: "0.1" }, { cpu: "100m" }), []);
    assert.deepEqual(notHeld({ memory: "1024Mi" }, { memory: "1Gi" }), []);
    assert.deepEqual(notHeld({ memory: "1Gi" }, { memory: "1G" }), ['memory: sent "1Gi", holds "1G"']);
  });

  it("may leave out what holds nothing, and a secret's text, which it keeps as data", () => {
    assert.deepEqual(notHeld({ ingress: [], labels: {}, note: null, stringData: { a: "b" } }, {}), []);
  });
});
