import type { ImportId } from "../lost-create";

const ADDED_TWICE = "making it again finds it made";
const REGIONAL = "projects/{@project}/regions/{region}";
const GLOBAL = "projects/{@project}/global";

/** By the "Import" sections of the provider's own pages (terraform-provider-google 7, 2026). Names are in the checked inputs. */
export const GCP_IMPORT_IDS: Record<string, ImportId> = {
  "gcp:compute/address:Address": { id: `${REGIONAL}/addresses/{name}` },
  "gcp:compute/externalVpnGateway:ExternalVpnGateway": { id: `${GLOBAL}/externalVpnGateways/{name}` },
  "gcp:compute/firewall:Firewall": { id: `${GLOBAL}/firewalls/{name}` },
  "gcp:compute/haVpnGateway:HaVpnGateway": { id: `${REGIONAL}/vpnGateways/{name}` },
  "gcp:compute/network:Network": { id: `${GLOBAL}/networks/{name}` },
  "gcp:compute/networkPeering:NetworkPeering": { id: "{@project}/{network|last}/{name}" },
  "gcp:compute/router:Router": { id: `${REGIONAL}/routers/{name}` },
  "gcp:compute/routerInterface:RouterInterface": { id: "{region}/{router}/{name}" },
  "gcp:compute/routerNat:RouterNat": { id: "{@project}/{region}/{router}/{name}" },
  "gcp:compute/routerPeer:RouterPeer": { id: `${REGIONAL}/routers/{router}/{name}` },
  "gcp:compute/subnetwork:Subnetwork": { id: `${REGIONAL}/subnetworks/{name}` },
  "gcp:compute/vPNTunnel:VPNTunnel": { id: `${REGIONAL}/vpnTunnels/{name}` },
  "gcp:container/cluster:Cluster": { id: "projects/{@project}/locations/{location}/clusters/{name}" },
  "gcp:container/nodePool:NodePool": {
    id: "projects/{@project}/locations/{location}/clusters/{cluster|last}/nodePools/{name}",
  },
  "gcp:kms/cryptoKey:CryptoKey": { id: "{keyRing}/cryptoKeys/{name}" },
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember": { none: ADDED_TWICE },
  "gcp:kms/keyRing:KeyRing": { id: "projects/{@project}/locations/{location}/keyRings/{name}" },
  "gcp:projects/iAMMember:IAMMember": { none: ADDED_TWICE },
  "gcp:projects/serviceIdentity:ServiceIdentity": { none: ADDED_TWICE },
  "gcp:serviceaccount/account:Account": {
    id: "projects/{@project}/serviceAccounts/{accountId}@{@project}.iam.gserviceaccount.com",
  },
};
