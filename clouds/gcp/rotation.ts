import type { RotationFacts } from "../../network/link/rotation";
import { tunnelResourceName } from "./names";

/**
 * Of a tunnel only the labels can be changed (`vpnTunnels` has `insert`, `delete` and `setLabels`, Compute API, 2026; `shared_secret`
 * is ForceNew, magic-modules `mmv1/products/compute/VpnTunnel.yaml`). An inside range must be unique among a router's interfaces,
 * so what is there goes first.
 */
export const gcpRotation: RotationFacts = {
  how: "replaced",
  says: "deletes the BGP peer, the router's interface and the tunnel, and makes them anew on the same inside range; until then the tunnel is gone",
  resources: (link, tunnel) =>
    [
      "gcp:compute/vPNTunnel:VPNTunnel",
      "gcp:compute/routerInterface:RouterInterface",
      "gcp:compute/routerPeer:RouterPeer",
    ].map((type) => ({ type, name: tunnelResourceName(link.name, tunnel.name) })),
};
