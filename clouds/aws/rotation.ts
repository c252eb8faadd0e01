import type { RotationFacts } from "../../network/link/rotation";
import { connectionName } from "./names";

/**
 * "You can modify one VPN tunnel at a time"; while it is modified, "connectivity over the tunnel is interrupted for up to several
 * minutes" ("Modify Site-to-Site VPN tunnel options", AWS Site-to-Site VPN user guide, 2026), and the other of the connection is
 * not touched (there, "Customer initiated endpoint replacements": "The modified tunnel is unavailable during the update").
 */
export const awsRotation: RotationFacts = {
  how: "in place",
  says: "changes this tunnel's options on a connection that holds two; this one is interrupted for up to several minutes, the other is not",
  resources: (link, tunnel, side) => [
    {
      type: "aws:ec2/vpnConnection:VpnConnection",
      name: connectionName(link.name, Math.floor(tunnel[side].interface / 2)),
    },
  ],
};
