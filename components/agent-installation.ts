import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace";
import { Secret } from "@pulumi/kubernetes/core/v1/secret";
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import type { Installation, ReleasePart, SecretPart, SecretValue } from "../agents/installation";
import type { CertificateAuthorityArgs } from "./cluster-args";

/** Makes what a driver says of a cluster, each part after those before it. */
export function install(
  name: string,
  { namespaces = [], secrets = [], releases, manifests = [] }: Installation,
  ca: CertificateAuthorityArgs | undefined,
  parent: pulumi.Resource,
): void {
  const made: pulumi.Resource[] = [];
  for (const { name: namespace, labels } of namespaces) {
    const metadata = { name: namespace, ...(labels ? { labels } : {}) };
    made.push(new Namespace(`${name}-${namespace}`, { metadata }, { parent }));
  }
  for (const part of secrets) made.push(createSecret(name, part, ca, { parent, dependsOn: [...made] }));
  for (const part of releases) made.push(createRelease(name, part, ca, { parent, dependsOn: [...made] }));
  for (const manifest of manifests) {
    const { kind, metadata } = manifest;
    const options = { parent, dependsOn: [...made] };
    new CustomResource(`${name}-${kind.toLowerCase()}-${metadata.name}`, { ...manifest }, options);
  }
}

function createSecret(
  name: string,
  { part, name: secretName, namespace, key, content }: SecretPart,
  ca: CertificateAuthorityArgs | undefined,
  options: pulumi.CustomResourceOptions,
): Secret {
  const source = ca
    ? ca.key
    : new RandomPassword(
        `${name}-${part}`,
        { length: 40, special: false },
        { ...options, additionalSecretOutputs: ["result", "bcryptHash"] },
      ).result;
  return new Secret(
    `${name}-${part}`,
    {
      metadata: { name: secretName, namespace },
      stringData: { [key]: pulumi.secret(pulumi.output(source).apply(content)) },
    },
    options,
  );
}

/** A Helm release, as the plan says it. */
export function createRelease(
  name: string,
  part: ReleasePart,
  ca: CertificateAuthorityArgs | undefined,
  options: pulumi.CustomResourceOptions,
): Release {
  return new Release(
    `${name}-${part.name}`,
    {
      name: part.name,
      namespace: part.namespace,
      chart: part.chart,
      repositoryOpts: { repo: part.repository },
      version: part.version,
      values: ca ? withSecrets(part, ca) : part.values,
      // EKS takes nodes only once there is an agent, so at this time there may be none to wait for. The pinned charts do
      // nothing in hooks, which would be waited for all the same.
      skipAwait: true,
      // Would wait, and remove the agent from under running pods where an upgrade fails.
      atomic: false,
    },
    // The rendered manifest may hold the CA's key.
    { ...options, additionalSecretOutputs: ["manifest"] },
  );
}

function withSecrets(
  { values, secretValues = {} }: ReleasePart,
  ca: CertificateAuthorityArgs,
): Record<string, unknown> {
  return Object.entries(secretValues).reduce(
    (whole, [path, value]) => withValue(whole, path.split("."), secretOf(value, ca)),
    values,
  );
}

function secretOf(
  { from, base64 = false }: SecretValue,
  ca: CertificateAuthorityArgs,
): pulumi.Output<string> {
  const plain = pulumi.output(from === "ca.cert" ? ca.cert : ca.key);
  return pulumi.secret(base64 ? plain.apply((text) => Buffer.from(text).toString("base64")) : plain);
}

/** A copy with one more value at `path`. */
function withValue(
  values: Record<string, unknown>,
  [key = "", ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...values, [key]: value };
  const inner = values[key];
  const within = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...values, [key]: withValue(within, rest, value) };
}
