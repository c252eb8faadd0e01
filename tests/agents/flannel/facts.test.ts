import assert from "node:assert/strict";
import { flannelDriver } from "../../../agents/flannel/driver";
import { flannelPodMtu } from "../../../agents/flannel/facts";
import { submarinerPodMtu } from "../../../agents/submariner/facts";

describe("Flannel's facts", () => {
  it("leave pods what the backend leaves, which also fits Submariner's cable", () => {
    assert.equal(flannelPodMtu(1406, "none"), 1356);
    assert.equal(flannelPodMtu(1406, "wireguard"), 1326);
    for (const encryption of ["none", "wireguard"] as const)
      assert.ok(flannelPodMtu(1406, encryption) <= submarinerPodMtu(1406, encryption));
  });

  it("open between clusters what Submariner needs, and no backend's port", () => {
    const ports = flannelDriver.facts
      .ports("wireguard", "overlay")
      .map(({ port, protocol }) => `${port}/${protocol}`);
    assert.deepEqual(ports, ["4500/udp", "4490/udp"]);
  });

  it("export Services as Submariner does", () => {
    const service = { name: "api", namespace: "shop", affinity: "local" } as const;
    assert.deepEqual(flannelDriver.exportOf?.(service), {
      apiVersion: "multicluster.x-k8s.io/v1alpha1",
      kind: "ServiceExport",
      metadata: { name: "api", namespace: "shop" },
    });
  });
});
