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

  it("refuses an end that goes to the address of another gateway than its peer's, though no address is known yet", () => {
    const a = end("dublin", { peerOutsideFrom: ["urn:tokyo-gateway"], outsideFrom: ["urn:dublin"] });
    const b = mirrored(a, "frankfurt", {
      outsideFrom: ["urn:frankfurt-gateway"],
      peerOutsideFrom: ["urn:dublin"],
    });
    const tokyo = end("tokyo", {
      outsideFrom: ["urn:tokyo-gateway"],
      address: "169.254.9.1",
      peerAddress: "169.254.9.2",
    });
    const judged = (...ends: TunnelEndFact[]) =>
      vpnEndsAgree(network({ tunnelEnds: ends, tunnels: [{ a, b }] })).problems;
    assert.match(
      judged(a, b, tokyo)[0]?.message ?? "",
      /dublin goes to the address of urn:tokyo-gateway, which is not the other's/,
    );
    // What is no tunnel's own address here (a stack reference, an address kept aside) may well be the peer's.
    assert.deepEqual(judged(a, b), []);
  });

  it("refuses two tunnels from one interface to one address of the peer", () => {
    const a = end("one", { gateway: "urn:gw", interface: 0, peerPort: "urn:peer 1" });
    const b = end("two", {
      ...a,
      urn: "urn:two",
      origin: { urn: "urn:two" },
      address: "169.254.30.1",
      peerAddress: "169.254.30.2",
    });
    const { problems } = vpnEndsAgree(network({ tunnelEnds: [a, b] }));
    assert.match(problems[0]?.message ?? "", /both go from interface 0 to the same address of the peer/);
    assert.deepEqual(vpnEndsAgree(network({ tunnelEnds: [a, { ...b, interface: 1 }] })).problems, []);
    assert.deepEqual(vpnEndsAgree(network({ tunnelEnds: [a, { ...b, interface: UNKNOWN }] })).problems, []);
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
