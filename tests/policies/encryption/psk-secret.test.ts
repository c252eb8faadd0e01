import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import { SECRET, UNKNOWN } from "../../../network/model/resource";
import { pskSecretRule as rule } from "../../../policies/encryption/psk-secret";
import { judged } from "../example";
import { resourcesOf, said } from "../single";
import { azureConnection, made, tunnels } from "./keys";

const PLAIN = "correct-horse-battery-staple";

describe("encryption-psk-secret", () => {
  it("passes keys that are made as secrets, are marked as secrets, or are the cloud's to make", () => {
    assert.deepEqual(said(rule, tunnels(made(1), made(2))), []);
    assert.deepEqual(said(rule, tunnels({ value: SECRET }, { value: SECRET })), []);
    assert.deepEqual(said(rule, tunnels({}, {}, [made(1), made(2)])), []);
    assert.deepEqual(said(rule, { one: azureConnection({}) }), []);
  });

  it("names a key that stands in clear, without saying it", () => {
    const [line, ...more] = said(rule, { one: azureConnection({ value: PLAIN }) });
    assert.match(
      line ?? "",
      /^one: the pre-shared key of tunnel 1 of one \(urn:.*\) is no secret.*requireSecret/,
    );
    assert.deepEqual(more, []);
    const all = said(rule, tunnels({ value: PLAIN }, { value: PLAIN }));
    assert.equal(all.length, 4);
    assert.ok(!all.join("").includes(PLAIN));
    assert.ok(!JSON.stringify(inventory(resourcesOf(tunnels({ value: PLAIN }, made(2))))).includes(PLAIN));
  });

  it("names a key that a resource makes in clear, even where it is marked afterwards", () => {
    for (const value of [UNKNOWN, SECRET, PLAIN]) {
      const lines = said(rule, tunnels({ value, from: "string" }, made(2), [made(1), made(2)]));
      assert.equal(lines.length, 1);
      assert.match(lines[0] ?? "", /^connection: .* tunnel 1 of .* is made by string \(urn:.*RandomPassword/);
    }
  });

  it("does not pass a key of which nobody knows whether it is a secret", () => {
    assert.match(
      said(rule, { one: azureConnection({ value: UNKNOWN }) })[0] ?? "",
      /^one: sharedKey of .* is not known .* whether it is a secret/,
    );
  });

  it("leaves to check what the engine shows policies without a mark", () => {
    const plain = { tunnel1PresharedKey: PLAIN, tunnel2PresharedKey: PLAIN };
    const { stack } = judged(rule, ({ connection }) => Object.assign(connection?.props ?? {}, plain));
    assert.deepEqual(stack, []);
  });
});
