import assert from "node:assert/strict";
import { pairTunnels } from "../../inventory/tunnels";
import { UNKNOWN } from "../../network/model/resource";
import { end, mirrored } from "../network/judge/example";

describe("pairTunnels", () => {
  it("joins two ends that are each other's peers", () => {
    const one = end("dublin");
    const other = mirrored(one, "frankfurt");
    assert.deepEqual(pairTunnels([other, one]), [{ a: other, b: one }]);
  });

  it("leaves an end alone whose peer is elsewhere, or whose addresses are not known", () => {
    const one = end("dublin");
    assert.deepEqual(pairTunnels([one, mirrored(one, "frankfurt", { peerAddress: "169.254.99.1" })]), []);
    assert.deepEqual(pairTunnels([one, mirrored(one, "frankfurt", { address: UNKNOWN })]), []);
  });

  it("tells by ASNs which of several ends with the same addresses belong together", () => {
    const one = end("dublin");
    const two = end("cork", { asn: 64600, peerAsn: 64601 });
    const others = [mirrored(two, "paris"), mirrored(one, "frankfurt")];
    assert.deepEqual(
      pairTunnels([one, two, ...others]).map(({ a, b }) => [a.urn, b.urn]),
      [
        ["urn:dublin", "urn:frankfurt"],
        ["urn:cork", "urn:paris"],
      ],
    );
  });
});
