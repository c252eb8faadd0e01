import type { Bringing, Brought } from "../../../network/model/brought";
import { TYPES } from "./types";

/** What an EKS cluster's component reads of a network and a gateway that are there. */
export function broughtToAws({ name, region, existing: { network, gateway } }: Bringing): Brought[] {
  const of = (type: string, suffix: string, id: string, props: Brought["props"]): Brought => ({
    ...{ type, id, name: `${name}-${suffix}` },
    props: { region, ...props },
  });
  return [
    of(TYPES.vpc, "vpc", network.id, { cidrBlock: network.ranges[0] }),
    ...(gateway ? [of(TYPES.transitGateway, "gateway", gateway.id, { amazonSideAsn: gateway.asn })] : []),
    ...(gateway?.routeTable
      ? [of(TYPES.gatewayTable, "gateway", gateway.routeTable, { transitGatewayId: gateway.id })]
      : []),
    ...(gateway?.attachment
      ? [
          of(TYPES.vpcAttachment, "gateway", gateway.attachment, {
            ...{ transitGatewayId: gateway.id, vpcId: network.id },
            transitGatewayDefaultRouteTableAssociation: true,
            transitGatewayDefaultRouteTablePropagation: true,
          }),
        ]
      : []),
  ];
}
