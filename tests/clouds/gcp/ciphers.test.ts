import assert from "node:assert/strict";
import { GCP_SUITE, groupOf } from "../../../clouds/gcp/ciphers";

describe("Google Cloud's spelling of ciphers", () => {
  it("pins the mesh's suite to one value a role, and no integrity beside AES-GCM", () => {
    assert.deepEqual(GCP_SUITE, {
      ikeVersion: 2,
      cipherSuite: {
        phase1: {
          encryptions: ["AES-GCM-16-256"],
          integrities: [],
          prves: ["PRF-HMAC-SHA2-384"],
          dhs: ["Group-20"],
        },
        phase2: { encryptions: ["AES-GCM-16-256"], integrities: [], pfs: ["Group-20"] },
      },
    });
  });

  it("knows groups by number, and no number of another word", () => {
    assert.equal(groupOf("Group-14"), 14);
    assert.equal(groupOf("Group-5 or so"), undefined);
  });
});
