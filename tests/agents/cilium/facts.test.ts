import assert from "node:assert/strict";
import { ciliumPorts } from "../../../agents/cilium/facts";
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
