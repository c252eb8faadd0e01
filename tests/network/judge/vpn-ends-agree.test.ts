import assert from "node:assert/strict";
import { vpnEndsAgree } from "../../../network/judge/vpn-ends-agree";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, mirrored, network } from "./example";

const near = end("dublin");

/** The two ends of a tunnel, the far one spoilt by `facts`. */
function judge(facts: Partial<TunnelEndFact>) {
  const far = mirrored(near, "frankfurt", facts);
  return vpnEndsAgree(network({ tunnelEnds: [near, far], tunnels: [{ a: near, b: far }] }));
}

describe("vpnEndsAgree", () => {
  it("accepts two ends that mirror each other", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
  });

  it("refuses ends that expect another ASN, share no cipher or no IKE version, naming both", () => {
    for (const wrong of [
      { asn: 64999 },
      { peerAsn: 64999 },
      { ike: [1] },
      { phase1: { ...near.phase1, encryption: ["aes256"] } },
      { phase2: { ...near.phase2, groups: [21] } },
    ]) {
      const { problems } = judge(wrong);
      assert.equal(problems.length, 1, JSON.stringify(wrong));
      assert.match(
        problems[0]?.message ?? "",
        /tunnel 1 of urn:dublin .* and tunnel 1 of urn:frankfurt .* disagree: /,
      );
      assert.deepEqual(problems[0]?.subjects, ["urn:dublin", "urn:frankfurt"]);
    }
  });

  it("refuses ends of which only one calls the other its peer", () => {
    const far = mirrored(near, "frankfurt", { peerAddress: "169.254.21.9" });
    const { problems } = vpnEndsAgree(network({ tunnelEnds: [near, far] }));
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? "",
      /disagree: the one calls 169\.254\.21\.2 its peer, which calls 169\.254\.21\.9/,
    );
  });

  it("takes an end without any peer here for a link to a foreign site", () => {
    assert.deepEqual(vpnEndsAgree(network({ tunnelEnds: [near] })), { problems: [], unknowns: [] });
  });

  it("does not pass what is not known of either end, or of where it leads", () => {
    assert.deepEqual(
      judge({ peerAsn: UNKNOWN, phase1: { ...near.phase1, encryption: UNKNOWN } }).unknowns.map(
        ({ urn, property }) => `${urn} ${property}`,
      ),
      ["urn:frankfurt tunnel 1's peer ASN", "urn:frankfurt tunnel 1's IKE encryption"],
    );
    const lost = end("lost", { peerAddress: UNKNOWN });
    assert.deepEqual(
      vpnEndsAgree(network({ tunnelEnds: [lost] })).unknowns.map(({ urn }) => urn),
      ["urn:lost"],
    );
  });
});
