import assert from "node:assert/strict";
import { frrConfig } from "../../../clouds/site/frr";
import { sideOf, TWO_DEVICES } from "./office";

describe("a site's FRR configuration", () => {
  it("has a BGP session for each tunnel, with the cloud's ASN and timers, and no key", () => {
    for (const side of sideOf(TWO_DEVICES)) {
      const text = frrConfig(side);
      assert.match(text, /^router bgp 64900$/m);
      for (const { inside, remoteAsn, bgp, sameSubnet } of side.tunnels) {
        const told = (rest: string) => text.includes(` neighbor ${inside.remote} ${rest}\n`);
        assert.ok(told(`remote-as ${remoteAsn}`));
        assert.ok(told(`timers ${bgp.keepalive} ${bgp.hold}`));
        assert.ok(told(`update-source ${inside.local}`));
        assert.ok(told("activate"));
        // Azure's two instances speak to one address of the device.
        assert.equal(told("ebgp-multihop 2"), !sameSubnet);
      }
      assert.doesNotMatch(text, /password|secret = /);
    }
  });

  it("spreads flows over the tunnels of one link, and over no more, of which FRR takes a limited number", () => {
    const most = (index: number, gateway?: typeof TWO_DEVICES) => {
      const side = sideOf(gateway)[index];
      assert.ok(side);
      return /^ {2}maximum-paths (\d+)$/m.exec(frrConfig(side))?.[1];
    };
    assert.equal(most(0), "2");
    assert.equal(most(1, TWO_DEVICES), "2");
    const [side] = sideOf();
    assert.ok(side);
    assert.match(frrConfig({ ...side, tunnels: [] }), /^ {2}maximum-paths 1$/m);
  });

  it("takes from each member and tells to all exactly the plan's prefixes, by a list in each direction", () => {
    const [side] = sideOf();
    assert.ok(side);
    const text = frrConfig(side);
    const listed = (name: string) =>
      [...text.matchAll(new RegExp(`^ip prefix-list ${name} seq \\d+ (.*)$`, "gm"))].map(([, rest]) => rest);
    assert.deepEqual(
      listed("to-mesh"),
      side.advertise.map((prefix) => `permit ${prefix}`),
    );
    for (const { member, inside, expect } of side.tunnels) {
      assert.deepEqual(
        listed(`from-${member}`),
        expect.map((prefix) => `permit ${prefix}`),
      );
      assert.ok(text.includes(` neighbor ${inside.remote} prefix-list to-mesh out\n`));
      assert.ok(text.includes(` neighbor ${inside.remote} prefix-list from-${member} in\n`));
    }
    assert.doesNotMatch(text, /0\.0\.0\.0\/0|\ble \d|\bge \d|default-originate|redistribute/);
    assert.deepEqual(
      [...text.matchAll(/^ {2}network (\S+)$/gm)].map(([, prefix]) => prefix),
      side.advertise,
    );
    assert.match(text, /^ no bgp default ipv4-unicast$/m);
    assert.match(text, /^ bgp ebgp-requires-policy$/m);
  });
});
