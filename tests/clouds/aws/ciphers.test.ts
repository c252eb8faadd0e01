import assert from "node:assert/strict";
import { AWS_SUITE, ENCRYPTIONS, IKE_VERSIONS, INTEGRITIES } from "../../../clouds/aws/ciphers";
import { SUITE } from "../../../network/link/suite";

describe("cipher suite in AWS's words", () => {
  it("is the documented one", () => {
    assert.deepEqual(AWS_SUITE, {
      ikeVersion: "ikev2",
      phase1: { encryption: "AES256-GCM-16", integrity: "SHA2-384", group: 20, lifetime: 28800 },
      phase2: { encryption: "AES256-GCM-16", integrity: "SHA2-384", group: 20, lifetime: 3600 },
    });
  });

  it("reads back as the mesh's suite", () => {
    assert.equal(IKE_VERSIONS[AWS_SUITE.ikeVersion], SUITE.ike);
    assert.equal(ENCRYPTIONS[AWS_SUITE.phase1.encryption], SUITE.phase1.encryption);
    assert.equal(INTEGRITIES[AWS_SUITE.phase1.integrity], SUITE.phase1.integrity);
    assert.equal(ENCRYPTIONS[AWS_SUITE.phase2.encryption], SUITE.phase2.encryption);
  });
});
