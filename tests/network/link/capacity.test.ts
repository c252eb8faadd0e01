import assert from "node:assert/strict";
import { awsFacts } from "../../../clouds/aws/facts";
import { azureFacts } from "../../../clouds/azure/facts";
import { gcpFacts } from "../../../clouds/gcp/facts";
import { flowCeiling, linkCapacity } from "../../../network/link/capacity";

describe("a link's capacity", () => {
  it("is its tunnels' together, each as fast as its slower end", () => {
    const each = Math.min(awsFacts.gateway.tunnelCapacity, gcpFacts.gateway.tunnelCapacity);
    assert.equal(linkCapacity(awsFacts, gcpFacts, 4), 4 * each);
    assert.equal(linkCapacity(awsFacts, gcpFacts, 3), 3 * each);
  });

  it("is no more than what Azure's gateway carries in all", () => {
    assert.equal(linkCapacity(awsFacts, azureFacts, 4), azureFacts.gateway.gatewayCapacity);
  });

  it("is the same from either end", () => {
    assert.equal(linkCapacity(gcpFacts, azureFacts, 2), linkCapacity(azureFacts, gcpFacts, 2));
  });

  it("is nothing without tunnels", () => {
    assert.equal(linkCapacity(awsFacts, gcpFacts, 0), 0);
  });
});

describe("a single flow over a VPN", () => {
  it("gets no more than one tunnel, as fast as its slower end, however many tunnels there are", () => {
    assert.equal(flowCeiling(awsFacts, gcpFacts), gcpFacts.gateway.tunnelCapacity);
    assert.equal(flowCeiling(gcpFacts, awsFacts), gcpFacts.gateway.tunnelCapacity);
    assert.equal(flowCeiling(awsFacts, awsFacts), awsFacts.gateway.tunnelCapacity);
  });
});
