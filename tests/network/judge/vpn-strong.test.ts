import assert from "node:assert/strict";
import { vpnStrong } from "../../../network/judge/vpn-strong";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const sound = end("vpn");
const judge = (facts: Partial<TunnelEndFact>) => vpnStrong(network({ tunnelEnds: [{ ...sound, ...facts }] }));

describe("vpnStrong", () => {
  it("accepts the suite that all three clouds have", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
  });

  it("refuses a weak value in any role, also beside strong ones", () => {
    const { phase1, phase2 } = sound;
    for (const weak of [
      { phase1: { ...phase1, encryption: ["aes256gcm16", "aes128"] } },
      { phase1: { ...phase1, integrity: ["sha1"] } },
      { phase1: { ...phase1, groups: [20, 2] } },
      { phase2: { ...phase2, encryption: ["3des"] } },
      { phase2: { ...phase2, groups: [14] } },
    ]) {
      const { problems } = judge(weak);
      assert.equal(problems.length, 1, JSON.stringify(weak));
      assert.match(problems[0]?.message ?? "", /^tunnel 1 of urn:vpn/);
    }
  });

  it("refuses a role that is left to the cloud", () => {
    assert.equal(judge({ phase1: { ...sound.phase1, encryption: undefined } }).problems.length, 1);
    assert.equal(judge({ phase2: { ...sound.phase2, groups: undefined } }).problems.length, 1);
  });

  it("does not pass a value that is not known, and judges the others", () => {
    const { problems, unknowns } = judge({
      phase1: { ...sound.phase1, groups: UNKNOWN },
      phase2: { ...sound.phase2, encryption: ["3des"] },
    });
    assert.equal(problems.length, 1);
    assert.deepEqual(
      unknowns.map(({ property }) => property),
      ["tunnel 1's phase 1 Diffie-Hellman group"],
    );
  });
});
