import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { createCertificateAuthority } from "../../components/certificate-authority";
import { UNKNOWN } from "../../network/model/resource";
import { record } from "../../recorder/record";

describe("createCertificateAuthority", () => {
  it("makes a P-384 key and a CA certificate that outlives a year's leaves by far, and renews in time", async () => {
    const { resources, failures } = await record(() => createCertificateAuthority("mesh"));
    assert.deepEqual(failures, []);
    const [, key, cert] = resources;
    assert.deepEqual(key?.props, { algorithm: "ECDSA", ecdsaCurve: "P384" });
    assert.deepEqual(cert?.props, {
      privateKeyPem: UNKNOWN,
      isCaCertificate: true,
      setSubjectKeyId: true,
      allowedUses: ["cert_signing", "crl_signing"],
      subject: { commonName: "mesh CA", organization: "isthmus" },
      validityPeriodHours: 87_600,
      earlyRenewalHours: 17_520,
    });
    assert.deepEqual(cert?.propertyDependencies.privateKeyPem, [key?.urn]);
  });

  it("keeps the key secret", async () => {
    let secret: boolean | undefined;
    await record(async () => {
      secret = await pulumi.isSecret(createCertificateAuthority("mesh").key);
    });
    assert.equal(secret, true);
  });
});
