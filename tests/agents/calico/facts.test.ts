import assert from "node:assert/strict";
import { calicoMeshPodMtu, calicoPodMtu, calicoPorts } from "../../../agents/calico/facts";

describe("what Calico leaves to a pod's packet", () => {
  it("is the network's less its one encapsulation: WireGuard's, or in an overlay VXLAN's, or none", () => {
    assert.equal(calicoPodMtu(1406, "wireguard", "overlay"), 1346);
    assert.equal(calicoPodMtu(1406, "wireguard", "routed"), 1346);
    assert.equal(calicoPodMtu(1406, "none", "overlay"), 1356);
    assert.equal(calicoPodMtu(1406, "none", "routed"), 1406);
  });

  it("is less on the way to another cluster where Submariner's cable takes more", () => {
    assert.equal(calicoMeshPodMtu(1406, "wireguard", "overlay"), 1326);
    assert.equal(calicoMeshPodMtu(1406, "none", "overlay"), 1356);
    assert.equal(calicoMeshPodMtu(1406, "wireguard", "routed"), 1346);
  });
});

describe("Calico's ports between members", () => {
  it("are none where pods are routed, since its nodes speak to those of their own cluster only", () => {
    assert.deepEqual(calicoPorts("wireguard", "routed"), []);
  });

  it("are Submariner's where that joins overlays", () => {
    assert.ok(calicoPorts("wireguard", "overlay").some(({ port }) => port === 4500));
  });
});
