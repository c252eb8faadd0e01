import assert from "node:assert/strict";
import { vpnIkev2 } from "../../../network/judge/vpn-ikev2";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const judge = (facts: Partial<TunnelEndFact>) => vpnIkev2(network({ tunnelEnds: [end("vpn", facts)] }));

describe("vpnIkev2", () => {
  it("accepts an end that takes IKEv2 only", () => {
    assert.deepEqual(judge({ ike: [2] }), { problems: [], unknowns: [] });
  });

  it("refuses an end that takes IKEv1, also beside IKEv2", () => {
    assert.match(
      judge({ ike: [1, 2] }).problems[0]?.message ?? "",
      /tunnel 1 of urn:vpn .* takes IKEv1 and IKEv2; allow/,
    );
    assert.equal(judge({ ike: [1] }).problems.length, 1);
  });

  it("refuses an end that leaves the version to the cloud", () => {
    for (const ike of [undefined, []]) {
      assert.match(judge({ ike }).problems[0]?.message ?? "", /leaves the IKE version to the cloud/);
    }
  });

  it("does not pass an end whose versions are not known", () => {
    const { problems, unknowns } = judge({ ike: UNKNOWN });
    assert.deepEqual(problems, []);
    assert.deepEqual(unknowns[0]?.urn, "urn:vpn");
  });
});
