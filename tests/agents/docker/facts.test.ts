import { strict as assert } from "node:assert";
import { swarmContainerMtu, swarmPorts } from "../../../agents/docker/facts";

describe("Docker's encrypted overlay", () => {
  it("leaves containers what VXLAN and ESP do not take, in multiples of four", () => {
    assert.equal(swarmContainerMtu(1406), 1328);
    assert.equal(swarmContainerMtu(1500), 1424);
  });

  it("needs ESP between hosts, and not VXLAN's port: a network without encryption does not come about between them", () => {
    assert.ok(swarmPorts.some(({ protocol }) => protocol === "esp"));
    assert.ok(!swarmPorts.some(({ port }) => port === 4789));
  });
});
