import * as kms from "@pulumi/gcp/kms";
import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";
import type { GcpMember } from "./member";
import { labelsOf } from "./names";

/** The key that encrypts Kubernetes Secrets, and GKE's permission to use it. */
export interface SecretsKey {
  key: kms.CryptoKey;
  grant: pulumi.Resource;
}

/** Rotated every 90 days; Google Cloud keeps old versions to read with. A key ring stays for ever: none can be deleted. */
export function makeSecretsKey({ plan, parent }: GcpMember): SecretsKey {
  const { name, region, tags } = plan;
  const ring = new kms.KeyRing(`${name}-secrets`, { location: region }, { parent });
  const key = new kms.CryptoKey(
    `${name}-secrets`,
    {
      keyRing: ring.id,
      purpose: "ENCRYPT_DECRYPT",
      rotationPeriod: "7776000s",
      labels: labelsOf(tags),
    },
    { parent },
  );
  // GKE's own account is named after the project's number, which nothing tells at preview; this resource makes the account
  // if it is not there yet, and tells its name (terraform-google-kubernetes-engine#1614).
  const service = new projects.ServiceIdentity(
    `${name}-gke`,
    { service: "container.googleapis.com" },
    { parent },
  );
  const grant = new kms.CryptoKeyIAMMember(
    `${name}-secrets`,
    {
      cryptoKeyId: key.id,
      role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      member: service.member,
    },
    { parent },
  );
  return { key, grant };
}
