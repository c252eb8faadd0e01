import assert from "node:assert/strict";
import type { DeviceSide } from "../../../clouds/site/side";
import { strongswanConfig } from "../../../clouds/site/strongswan";
import { sideOf, TWO_DEVICES } from "./office";

/** A device of a site, by its place in the spec. */
function device(index: number, gateway = TWO_DEVICES): DeviceSide {
  const found = sideOf(gateway)[index];
  assert.ok(found);
  return found;
}

/** Sections of swanctl.conf as strongSwan reads them: names and values by path, comments gone. */
function settings(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const path: string[] = [];
  for (const raw of text.split("\n")) {
    const line = raw.replace(/#.*/, "").trim();
    const [, section] = /^(\S+) \{$/.exec(line) ?? [];
    const [, key, value] = /^(\S+) = (.*)$/.exec(line) ?? [];
    if (section !== undefined) path.push(section);
    else if (line === "}") assert.ok(path.pop() !== undefined, "a section ends that did not begin");
    else if (key !== undefined && value !== undefined) found.set([...path, key].join("."), value);
    else assert.match(line, /^(include \S+)?$/, line);
  }
  assert.deepEqual(path, []);
  return found;
}

describe("a site's strongSwan configuration", () => {
  it("has a connection for each tunnel of the device, all in the mesh's one suite and IKEv2", () => {
    for (const index of [0, 1]) {
      const side = device(index);
      const found = settings(strongswanConfig(side));
      for (const tunnel of side.tunnels) {
        const at = `connections.${tunnel.member}-${tunnel.number}`;
        const told = (key: string) => found.get(`${at}.${key}`);
        assert.equal(told("version"), "2");
        assert.equal(told("proposals"), "aes256gcm16-prfsha384-ecp384");
        assert.equal(told("local_addrs"), side.address);
        assert.equal(told("local.id"), side.address);
        assert.equal(told("rekey_time"), `${tunnel.lifetimes.ike}s`);
        assert.equal(told("children.mesh.esp_proposals"), "aes256gcm16-ecp384");
        assert.equal(told("children.mesh.rekey_time"), `${tunnel.lifetimes.esp}s`);
        assert.equal(told("children.mesh.if_id_in"), String(tunnel.interfaceId));
        assert.equal(told("children.mesh.if_id_out"), String(tunnel.interfaceId));
      }
      const connections = [...found.keys()].filter((key) => key.endsWith(".version"));
      assert.equal(connections.length, side.tunnels.length);
    }
  });

  it("has no key and no cloud's address in it, names the output and the file that they come by, and includes that", () => {
    const text = strongswanConfig(device(0));
    assert.match(text, /^include office\.secrets\.conf$/m);
    assert.match(text, /pulumi stack output sites --show-secrets --json \| jq -r '/);
    const found = [...settings(text).keys()];
    assert.deepEqual(
      found.filter((key) => /secret|remote_addrs|remote\.id/.test(key)),
      [],
    );
  });

  it("tells of each tunnel how its interface is made, with the packet size of the path", () => {
    const text = strongswanConfig(device(0));
    for (const { interfaceId, mtu, mss, inside, sameSubnet } of device(0).tunnels) {
      const name = `ipsec${interfaceId}`;
      assert.ok(name.length <= 15);
      assert.ok(text.includes(`ip link add ${name} type xfrm dev WAN if_id ${interfaceId} `));
      assert.ok(text.includes(`ip link set ${name} mtu ${mtu} up`));
      assert.ok(text.includes(`oifname ${name} tcp flags syn tcp option maxseg size set ${mss}`));
      const address = sameSubnet ? `${inside.local}/30` : `${inside.local} peer ${inside.remote}/32`;
      assert.ok(text.includes(`ip address add ${address} dev ${name}`));
    }
  });
});
