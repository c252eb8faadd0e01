import type * as pulumi from "@pulumi/pulumi";

/**
 * What an environment does not get back as it was once it is gone: clusters and what runs in them, keys, the mesh's certificate
 * authority, and gateways, whose outside addresses the other clouds hold.
 */
const VITAL = [
  "aws:eks/cluster:Cluster",
  "aws:kms/key:Key",
  "aws:ec2transitgateway/transitGateway:TransitGateway",
  "azure-native:containerservice:ManagedCluster",
  "azure-native:keyvault:Key",
  "azure-native:keyvault:Vault",
  "azure-native:network:PublicIPAddress",
  "azure-native:network:VirtualNetworkGateway",
  "gcp:compute/haVpnGateway:HaVpnGateway",
  "gcp:container/cluster:Cluster",
  "gcp:kms/cryptoKey:CryptoKey",
  "gcp:kms/keyRing:KeyRing",
  "tls:index/privateKey:PrivateKey",
];

/** Options of a mesh's component in an environment with `isthmus:protect: true`: no update deletes or replaces these. */
export function protection(wanted: boolean): pulumi.ComponentResourceOptions {
  if (!wanted) return {};
  return {
    transformations: [
      ({ type, props, opts }) =>
        VITAL.includes(type) ? { props, opts: { ...opts, protect: true } } : undefined,
    ],
  };
}
