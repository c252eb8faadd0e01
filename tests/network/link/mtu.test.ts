import assert from "node:assert/strict";
import { awsFacts } from "../../../clouds/aws/facts";
import { azureFacts } from "../../../clouds/azure/facts";
import { gcpFacts } from "../../../clouds/gcp/facts";
import { linkMtu, podMtu } from "../../../network/link/mtu";
import { AgentKind, Encryption } from "../../../network/spec/shape";

describe("what a packet may measure", () => {
  it("on a link is what the narrower end's tunnels carry", () => {
    assert.equal(linkMtu(awsFacts, azureFacts), 1446);
    assert.equal(linkMtu(awsFacts, gcpFacts), 1406);
    assert.equal(linkMtu(gcpFacts, azureFacts), 1406);
  });

  it("in a pod is that less Cilium's VXLAN and encryption", () => {
    assert.equal(podMtu(1406, "cilium", "wireguard"), 1261);
    assert.equal(podMtu(1446, "cilium", "wireguard"), 1301);
    assert.equal(podMtu(1406, "cilium", "ipsec"), 1279);
    assert.equal(podMtu(1406, "cilium", "none"), 1356);
  });

  it("in a pod is more where WireGuard stands in for the overlay", () => {
    assert.equal(podMtu(1400, "calico", "wireguard"), 1340);
    assert.equal(podMtu(1406, "flannel", "wireguard"), 1326);
  });

  it("in a container of Docker is a multiple of four where it encrypts", () => {
    assert.equal(podMtu(1406, "docker", "none"), 1356);
    assert.equal(podMtu(1406, "docker", "ipsec"), 1328);
  });

  it("is never more encrypted than in clear", () => {
    for (const agent of Object.values(AgentKind)) {
      for (const encryption of Object.values(Encryption)) {
        assert.ok(podMtu(1406, agent, encryption) <= podMtu(1406, agent, "none"), `${agent} ${encryption}`);
      }
    }
  });
});
