import { VirtualNetworkGateway } from "@pulumi/azure-native/network";
import { InputError } from "../../network/errors";
import type { GatewayPlan } from "../../network/plan/shape";
import type { ExistingGatewaySpec } from "../../network/spec/existing-shape";
import type { ExistingRead } from "../existing-read";
import type { GatewayArgs } from "../link-end";
import type { AzureMember } from "./member";
import { groupIn } from "./resource-id";

/**
 * A VPN gateway that is there, read; what the spec says of it is told by the component that reads it. The inside addresses of the links
 * must stand on it, and isthmus does not put them there: `isthmus plan` says which.
 */
export function useGateway(
  { plan: { name, region, tags }, parent }: AzureMember,
  plan: GatewayPlan,
  { id, addresses = [], configurations = [] }: ExistingGatewaySpec,
): { gateway: GatewayArgs; read: ExistingRead } {
  if (addresses.length === 0 || configurations.length === 0) {
    throw new InputError({
      path: `existing.gateway.${addresses.length === 0 ? "addresses" : "configurations"}`,
      message:
        "is missing: a VPN gateway that is there needs its two public addresses and the names of its IP configurations",
    });
  }
  const gateway = VirtualNetworkGateway.get(`${name}-gateway`, id, { parent });
  return {
    gateway: {
      cloud: "azure",
      region,
      asn: plan.asn,
      id: gateway.id,
      resourceGroup: groupIn(id),
      addresses,
      configurations,
      advertise: plan.advertise,
      tags,
    },
    read: {
      asn: gateway.bgpSettings.apply((settings) => settings?.asn),
      addresses: gateway.bgpSettings.apply((settings) =>
        (settings?.bgpPeeringAddresses ?? []).flatMap(
          ({ tunnelIpAddresses }) => tunnelIpAddresses?.[0] ?? [],
        ),
      ),
    },
  };
}
