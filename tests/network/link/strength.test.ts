import assert from "node:assert/strict";
import { strengthOf } from "../../../network/link/strength";
import type { ProposalFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";

const gcm: ProposalFact = { encryption: ["aes256gcm16"], integrity: [], groups: [20] };
const cbc: ProposalFact = { encryption: ["aes256"], integrity: ["sha256"], groups: [19] };

const weaknesses = (end: { phase1: ProposalFact; phase2: ProposalFact }) => strengthOf(end).weaknesses;
const phase1 = (change: ProposalFact) => weaknesses({ phase1: { ...cbc, ...change }, phase2: gcm });
const phase2 = (change: ProposalFact) => weaknesses({ phase1: gcm, phase2: { ...cbc, ...change } });

describe("the ciphers of a tunnel end", () => {
  it("are strong with AES-256, SHA-256 or better and a large group, or with AEAD and no integrity", () => {
    assert.deepEqual(weaknesses({ phase1: cbc, phase2: cbc }), []);
    assert.deepEqual(weaknesses({ phase1: gcm, phase2: gcm }), []);
    assert.deepEqual(weaknesses({ phase1: { ...gcm, integrity: ["sha384"] }, phase2: gcm }), []);
  });

  it("are strong with any group of 15 to 21 or 31, and no other", () => {
    for (const group of [15, 16, 17, 18, 19, 20, 21, 31]) assert.deepEqual(phase1({ groups: [group] }), []);
    for (const group of [0, 1, 2, 5, 14, 22, 23, 24]) assert.equal(phase2({ groups: [group] }).length, 1);
  });

  it("are weak where one of several values is, and only that one is named", () => {
    assert.match(phase1({ encryption: ["aes256", "aes128"] }).join(), /phase 1 encryption\D+aes128$/);
    assert.match(phase2({ integrity: ["sha1", "sha256"] }).join(), /phase 2 integrity\D+sha1$/);
    assert.match(phase2({ encryption: ["3des"] }).join(), /3des/);
  });

  it("are weak where a value is left to the cloud's default", () => {
    for (const key of ["encryption", "integrity", "groups"] as const) {
      assert.match(phase1({ [key]: undefined }).join(), /not set/, key);
      assert.match(phase2({ [key]: undefined }).join(), /not set/, key);
    }
  });

  it("are weak where AEAD is set in phase 1 and the hash that keys come from is left to the cloud", () => {
    const { integrity: _none, ...withoutHash } = gcm;
    assert.match(weaknesses({ phase1: withoutHash, phase2: gcm }).join(), /phase 1 integrity is not set/);
    assert.deepEqual(weaknesses({ phase1: gcm, phase2: withoutHash }), []);
  });

  it("are weak without forward secrecy, and without integrity where the cipher brings none", () => {
    assert.equal(phase2({ groups: [] }).length, 1);
    assert.equal(phase2({ integrity: [] }).length, 1);
    assert.equal(phase2({ encryption: ["aes256gcm16", "aes256"], integrity: [] }).length, 1);
  });

  it("are not called weak while they are unknown, but said to be unknown", () => {
    const unknown = { encryption: UNKNOWN, integrity: UNKNOWN, groups: UNKNOWN };
    const { weaknesses: found, unknowns } = strengthOf({ phase1: unknown, phase2: gcm });
    assert.deepEqual(found, []);
    assert.deepEqual(unknowns, ["phase 1 encryption", "phase 1 integrity", "phase 1 Diffie-Hellman group"]);
  });
});
