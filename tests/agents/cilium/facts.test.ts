import assert from "node:assert/strict";
import { ciliumPodMtu, ciliumPorts } from "../../../agents/cilium/facts";
import type { Encryption } from "../../../network/spec/shape";

function ports(encryption: Encryption): string[] {
  return ciliumPorts(encryption).map(({ port, protocol }) => (port ? `${port}/${protocol}` : protocol));
}

describe("Cilium's ports between members", () => {
  it("under WireGuard leave VXLAN shut, so that nothing unencrypted leaves a cluster", () => {
    assert.deepEqual(ports("wireguard"), ["51871/udp", "4240/tcp", "icmp", "2379/tcp"]);
  });

  it("under IPsec let ESP through and VXLAN with it", () => {
    assert.deepEqual(ports("ipsec"), ["8472/udp", "esp", "4240/tcp", "icmp", "2379/tcp"]);
  });

  it("without encryption are VXLAN's", () => {
    assert.deepEqual(ports("none"), ["8472/udp", "4240/tcp", "icmp", "2379/tcp"]);
  });
});

describe("what Cilium leaves to a pod's packet", () => {
  it("is the network's less VXLAN and encryption", () => {
    assert.equal(ciliumPodMtu(1406, "wireguard"), 1261);
    assert.equal(ciliumPodMtu(1446, "wireguard"), 1301);
    assert.equal(ciliumPodMtu(1406, "ipsec"), 1279);
    assert.equal(ciliumPodMtu(1406, "none"), 1356);
  });
});
