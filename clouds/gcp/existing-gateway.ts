import * as compute from "@pulumi/gcp/compute";
import { InputError } from "../../network/errors";
import type { GatewayPlan } from "../../network/plan/shape";
import type { ExistingGatewaySpec } from "../../network/spec/existing-shape";
import type { ExistingRead } from "../existing-read";
import type { GatewayArgs } from "../link-end";
import type { GcpMember } from "./member";
import type { GcpNetwork } from "./network";

/**
 * An HA VPN gateway and its Cloud Router that are there, read with what the spec says of them until Google Cloud has said what is so.
 * What the router tells others stays as it is: each session of a link tells the mesh's own prefixes.
 */
export function useGateway(
  { plan: { name, region, tags }, parent }: GcpMember,
  plan: GatewayPlan,
  existing: ExistingGatewaySpec,
  { vpc }: Pick<GcpNetwork, "vpc">,
): { gateway: GatewayArgs; read: ExistingRead } {
  const { id, asn, addresses = [], router: routerId } = existing;
  if (routerId === undefined || addresses.length === 0) {
    throw new InputError({
      path: `existing.gateway.${routerId === undefined ? "router" : "addresses"}`,
      message:
        "is missing: an HA VPN gateway that is there needs its Cloud Router and its two public addresses",
    });
  }
  const gateway = compute.HaVpnGateway.get(
    `${name}-gateway`,
    id,
    {
      region,
      network: vpc.id,
      vpnInterfaces: addresses.map((ipAddress, index) => ({ id: index, ipAddress })),
    },
    { parent },
  );
  const router = compute.Router.get(
    `${name}-gateway`,
    routerId,
    { region, network: vpc.id, name: lastPart(routerId), bgp: { asn } },
    { parent },
  );
  return {
    gateway: {
      cloud: "gcp",
      region,
      asn: plan.asn,
      id: gateway.id,
      router: router.name,
      addresses,
      advertise: plan.advertise,
      tellsBySession: true,
      tags,
    },
    read: {
      asn: router.bgp.apply((bgp) => bgp?.asn),
      addresses: gateway.vpnInterfaces.apply((all) => all.flatMap(({ ipAddress }) => ipAddress ?? [])),
    },
  };
}

/** `main` of `projects/p/regions/r/routers/main`. */
function lastPart(id: string): string {
  return id.split("/").at(-1) ?? id;
}
