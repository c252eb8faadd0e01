import * as pulumi from "@pulumi/pulumi";
import { PrivateKey } from "@pulumi/tls/privateKey";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert";

/** PEM certificate and PEM private key, the key secret. */
export interface CertificateAuthority {
  cert: pulumi.Output<string>;
  key: pulumi.Output<string>;
}

const HOURS_A_YEAR = 365 * 24;

/**
 * The certificate authority that all clusters of a mesh trust: a P-384 key and a certificate valid ten years. An update in
 * its last two years makes a new certificate for the same key, so leaves signed before stay valid. Two, because a cluster
 * makes leaves that live a year and Cilium 1.20 refuses one that would outlive its CA (`certgen`, chart 1.20.0, 2026-07-29).
 */
export function createCertificateAuthority(
  name: string,
  opts?: pulumi.CustomResourceOptions,
): CertificateAuthority {
  const key = new PrivateKey(`${name}-ca`, { algorithm: "ECDSA", ecdsaCurve: "P384" }, opts);
  const cert = new SelfSignedCert(
    `${name}-ca`,
    {
      privateKeyPem: key.privateKeyPem,
      isCaCertificate: true,
      setSubjectKeyId: true,
      allowedUses: ["cert_signing", "crl_signing"],
      subject: { commonName: `${name} CA`, organization: "isthmus" },
      validityPeriodHours: 10 * HOURS_A_YEAR,
      earlyRenewalHours: 2 * HOURS_A_YEAR,
    },
    opts,
  );
  return { cert: cert.certPem, key: pulumi.secret(key.privateKeyPem) };
}
