import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import { SECRET } from "../../../network/model/resource";
import { pskDistinctRule as rule } from "../../../policies/encryption/psk-distinct";
import { judged } from "../example";
import { resourcesOf, said } from "../single";
import { azureConnection, made, tunnels } from "./keys";

const plain = (value: string) => ({ value });

describe("encryption-psk-distinct", () => {
  it("passes tunnels with a key each, known to both ends", () => {
    const parts = tunnels(made(1), made(2));
    assert.equal(inventory(resourcesOf(parts)).tunnels.length, 2);
    assert.deepEqual(said(rule, parts), []);
    assert.deepEqual(said(rule, tunnels(plain("first-key"), plain("second-key"))), []);
    assert.deepEqual(said(rule, tunnels({}, {}, [made(1), made(2)])), []);
  });

  it("names tunnels whose keys one resource makes, or that are the same text, without saying it", () => {
    for (const key of [made(1), plain("one-key-for-all")]) {
      const [line, ...more] = said(rule, tunnels(key, key));
      assert.match(
        line ?? "",
        /^[a-z0-9-]+: tunnel \d of .* and tunnel \d of .* have one pre-shared key: .*RandomPassword/,
      );
      assert.ok(!line?.includes("one-key-for-all"));
      assert.deepEqual(more, []);
    }
    const ofOneResource = tunnels(made(1), made(1), [{}, {}]);
    assert.equal(said(rule, ofOneResource).length, 1);
  });

  it("sees the keys that the engine shows to policies", () => {
    const same = { tunnel1PresharedKey: "one-key-for-all", tunnel2PresharedKey: "one-key-for-all" };
    const { stack } = judged(rule, ({ connection }) => Object.assign(connection?.props ?? {}, same));
    assert.match(stack[0] ?? "", /^connection: tunnel 1 of connection .* and tunnel 2 of connection/);
  });

  it("takes two ends with one key for one tunnel where nothing says otherwise", () => {
    const peer = { ...azureConnection(made(1)) };
    assert.deepEqual(said(rule, { ...tunnels(made(1), made(2), [{}, {}]), peer }), []);
  });

  it("does not pass keys that cannot be compared", () => {
    const [line] = said(rule, tunnels({ value: SECRET }, { value: SECRET }));
    assert.match(
      line ?? "",
      /it is a secret that no resource here makes .* whether another tunnel has the same/,
    );
    assert.deepEqual(said(rule, { one: azureConnection({ value: SECRET }) }), []);
    assert.deepEqual(said(rule, tunnels({ value: SECRET }, { value: SECRET }, [made(1), made(2)])), []);
  });

  it("does not pass more ends with one key than one tunnel has", () => {
    const key = made(1);
    const parts = { a: azureConnection(key), b: azureConnection(key), c: azureConnection(key) };
    const password = { type: "random:index/randomPassword:RandomPassword" };
    assert.match(said(rule, { "password-1": password, ...parts })[0] ?? "", /whether two tunnels share it/);
  });
});
