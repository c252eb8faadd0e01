import assert from "node:assert/strict";
import { calicoPodMtu, calicoPorts } from "../../../agents/calico/facts";

describe("what Calico leaves to a pod's packet", () => {
  it("is the network's less its one encapsulation: WireGuard's, or in an overlay VXLAN's, or none", () => {
    assert.equal(calicoPodMtu(1406, "wireguard", "overlay"), 1346);
    assert.equal(calicoPodMtu(1406, "wireguard", "routed"), 1346);
    assert.equal(calicoPodMtu(1406, "none", "overlay"), 1356);
    assert.equal(calicoPodMtu(1406, "none", "routed"), 1406);
  });
});

describe("Calico's ports between members", () => {
  it("are none, since its nodes speak to those of their own cluster only", () => {
    assert.deepEqual(calicoPorts(), []);
  });
});
