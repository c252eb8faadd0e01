import assert from "node:assert/strict";
import { awsFacts } from "../../../clouds/aws/facts";
import { azureFacts } from "../../../clouds/azure/facts";
import { gcpFacts } from "../../../clouds/gcp/facts";
import { linkMtu } from "../../../network/link/mtu";

describe("what a packet may measure", () => {
  it("on a link is what the narrower end's tunnels carry", () => {
    assert.equal(linkMtu(awsFacts, azureFacts), 1446);
    assert.equal(linkMtu(awsFacts, gcpFacts), 1406);
    assert.equal(linkMtu(gcpFacts, azureFacts), 1406);
  });
});
