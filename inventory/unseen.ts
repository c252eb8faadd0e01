import type { Origin } from "../network/model/network";
import type { ResourceIndex } from "../network/model/resource-index";

/**
 * Packages whose components a plugin makes, not the program: the engine asks the plugin, and only then are there children ("Multi-language
 * components", Pulumi Registry, 2026-11). Of other packages the recorder knows it from the registration.
 */
const REMOTE_PACKAGES = new Set([
  "aws-apigateway",
  "aws-s3-replicated-bucket",
  "aws-static-website",
  "awsx",
  "azure-justrun",
  "eks",
  "gcp-global-cloudrun",
  "kubernetes-cert-manager",
  "kubernetes-coredns",
  "kubernetes-ingress-nginx",
]);

/** Components of plugins without a child: what they make is not among the resources. */
export function unseenIn(index: ResourceIndex): Origin[] {
  const parents = new Set(index.all.map(({ parent }) => parent));
  return index.all
    .filter(
      ({ custom, type, urn }) =>
        !custom && REMOTE_PACKAGES.has(type.split(":")[0] ?? "") && !parents.has(urn),
    )
    .map(({ urn }) => ({ urn }));
}
