import assert from "node:assert/strict";
import { linkBgpEndsAgree } from "../../../network/judge/link-bgp-ends-agree";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, mirrored, network } from "./example";

/** A tunnel of which the far end is spoilt, in the near end's cloud or another. */
function judge(far: Partial<TunnelEndFact>, near: Partial<TunnelEndFact> = {}) {
  const a = end("dublin-vpn", { gateway: "urn:dublin-tgw", ...near });
  const b = mirrored(a, "frankfurt-tunnel", { gateway: "urn:frankfurt-gateway", ...far });
  return linkBgpEndsAgree(network({ tunnelEnds: [a, b], tunnels: [{ a, b }] }));
}

const message = (judgement: ReturnType<typeof judge>) => judgement.problems[0]?.message ?? "";

describe("linkBgpEndsAgree", () => {
  it("accepts mirrored ends in one /30", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
  });

  it("accepts addresses that are not link-local, as Azure's own are", () => {
    assert.deepEqual(judge({ cloud: "azure", address: "10.65.0.30" }), { problems: [], unknowns: [] });
  });

  it("refuses an ASN that the other end calls otherwise, with both ends", () => {
    const judgement = judge({ asn: 65000 });
    assert.match(message(judgement), /dublin-vpn.*frankfurt-tunnel.* ASN 65000 and the other calls it 64513/);
    assert.deepEqual(judgement.problems[0]?.subjects, ["urn:dublin-vpn", "urn:frankfurt-tunnel"]);
  });

  it("refuses BGP at one end and static routes at the other", () => {
    assert.match(message(judge({ bgp: false })), /static routes and the other waits for BGP/);
    assert.deepEqual(judge({ bgp: false }, { bgp: false }).problems, []);
  });

  it("refuses addresses in two subnets", () => {
    assert.match(message(judge({ address: "169.254.21.6" })), /lie in no common \/30/);
    assert.deepEqual(judge({ address: "169.254.21.6" }, { cloud: "gcp" }).problems, []);
    assert.match(message(judge({ address: "169.254.21.9" }, { cloud: "gcp" })), /no common \/29/);
  });

  it("refuses addresses that a cloud does not take", () => {
    assert.match(
      message(judge({ cloud: "azure", address: "169.254.30.2" }, { address: "169.254.30.1" })),
      /Azure/,
    );
    assert.match(
      message(judge({}, { address: "169.254.169.253", peerAddress: "169.254.169.254" })),
      /AWS keeps/,
    );
    assert.match(message(judge({}, { address: "169.254.21.0" })), /no host has/);
  });

  it("refuses one inside address in two tunnels of a gateway", () => {
    const ends = [1, 2].map((tunnel) => end("dublin-vpn", { gateway: "urn:dublin-tgw", tunnel }));
    assert.match(
      message(linkBgpEndsAgree(network({ tunnelEnds: ends }))),
      /same inside address 169\.254\.21\.1/,
    );
    const elsewhere = ends.map((one, index) => ({ ...one, gateway: `urn:${index}` }));
    assert.deepEqual(linkBgpEndsAgree(network({ tunnelEnds: elsewhere })).problems, []);
  });

  it("refuses a keepalive that Cloud Router does not take", () => {
    assert.match(message(judge({ keepalive: 5 })), /no keepalive of 5 s; take 20 to 60/);
    assert.deepEqual(judge({ keepalive: 30 }).problems, []);
  });

  it("names what is not known", () => {
    for (const far of [
      { asn: UNKNOWN },
      { peerAsn: UNKNOWN },
      { address: UNKNOWN },
      { bgp: UNKNOWN },
      { keepalive: UNKNOWN },
    ]) {
      const { problems, unknowns } = judge(far);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        unknowns.map(({ urn }) => urn),
        ["urn:frankfurt-tunnel"],
      );
    }
  });
});
