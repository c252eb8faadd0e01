import * as compute from "@pulumi/gcp/compute";
import type { GatewayPlan } from "../../network/plan/shape";
import type { GatewayArgs } from "../link-end";
import type { GcpMember } from "./member";
import { labelsOf } from "./names";
import type { GcpNetwork } from "./network";

/** Interfaces of an HA VPN gateway. */
const INTERFACES = [0, 1];

/**
 * An HA VPN gateway with two outside addresses, and the Cloud Router that speaks BGP for it. The router is not the one of
 * the NAT: so a member's first link, or a new ASN, touches nothing that its nodes already use.
 */
export function makeGateway(
  { plan, parent }: GcpMember,
  gateway: GatewayPlan,
  { vpc }: Pick<GcpNetwork, "vpc">,
): GatewayArgs {
  const { name, region, tags } = plan;
  const vpn = new compute.HaVpnGateway(
    `${name}-gateway`,
    {
      region,
      network: vpc.id,
      description: `Links of ${name}`,
      stackType: "IPV4_ONLY",
      gatewayIpVersion: "IPV4",
      labels: labelsOf(tags),
    },
    { parent },
  );
  const router = new compute.Router(
    `${name}-gateway`,
    {
      region,
      network: vpc.id,
      description: `Links of ${name}`,
      bgp: {
        asn: gateway.asn,
        // Else it would tell every range of the VPC, pods and Services included.
        advertiseMode: "CUSTOM",
        advertisedIpRanges: gateway.advertise.map((range) => ({ range })),
      },
    },
    { parent },
  );
  return {
    cloud: "gcp",
    region,
    asn: gateway.asn,
    id: vpn.id,
    router: router.name,
    addresses: INTERFACES.map((id) =>
      vpn.vpnInterfaces.apply((interfaces) => {
        const address = interfaces.find((entry) => entry.id === id)?.ipAddress;
        if (!address) throw new Error(`${name}: the HA VPN gateway has no address on interface ${id}`);
        return address;
      }),
    ),
    advertise: gateway.advertise,
    tags,
  };
}
