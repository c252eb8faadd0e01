import { UNKNOWN } from "../../../network/model/resource";
import type { Single } from "../single";
import { describeBaseline } from "./table";

type Parts = Record<string, Single>;
const transit = (props: object = {}): Parts => ({
  one: { type: "aws:ec2transitgateway/transitGateway:TransitGateway", props: { ...props } },
});
const endpoint = (acceptanceRequired?: unknown): Parts => ({
  one: { type: "aws:ec2/vpcEndpointService:VpcEndpointService", props: { acceptanceRequired } },
});
const route = (props: object, refs: Record<string, string> = {}): Parts => ({
  one: { type: "aws:ec2/route:Route", props: { ...props }, refs },
  peering: { type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection" },
  machine: { type: "aws:ec2/networkInterface:NetworkInterface" },
});
const table = (routes: unknown, refs: Record<string, string> = {}): Parts => ({
  one: { type: "aws:ec2/routeTable:RouteTable", props: { routes }, refs },
  peering: { type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection" },
});

/** Routes by a target: narrow, everything, and unknown. */
const by = (target: string, source: string) => ({
  passes: [
    route({ destinationCidrBlock: "10.1.0.0/16", [target]: UNKNOWN }, { [target]: source }),
    route({ destinationCidrBlock: "0.0.0.0/0", natGatewayId: UNKNOWN }),
    // What the provider fills in is unknown in a preview too.
    route({ destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1", [target]: UNKNOWN }),
    table([{ cidrBlock: "10.1.0.0/16", [target]: "x-1" }]),
    table([{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }]),
    table(UNKNOWN),
  ],
  names: [
    route({ destinationCidrBlock: "0.0.0.0/0", [target]: UNKNOWN }, { [target]: source }),
    route({ destinationIpv6CidrBlock: "::/0", [target]: "x-1" }),
    table([
      { cidrBlock: "10.1.0.0/16", gatewayId: "local" },
      { cidrBlock: "0.0.0.0/0", [target]: "x-1" },
    ]),
  ],
  unknown: [
    route({ destinationCidrBlock: UNKNOWN, [target]: "x-1" }),
    table([{ cidrBlock: "0.0.0.0/0", [target]: UNKNOWN }]),
    table(UNKNOWN, { routes: "peering" }),
  ],
});

describeBaseline("baseline of links", [
  {
    rule: "baseline-link-gateway-acceptance",
    passes: [transit(), transit({ autoAcceptSharedAttachments: "disable" })],
    names: [transit({ autoAcceptSharedAttachments: "enable" })],
    unknown: [transit({ autoAcceptSharedAttachments: UNKNOWN })],
  },
  {
    rule: "baseline-link-endpoint-acceptance",
    passes: [endpoint(true)],
    names: [endpoint(), endpoint(false)],
    unknown: [endpoint(UNKNOWN)],
  },
  { rule: "baseline-link-peering-route-narrow", ...by("vpcPeeringConnectionId", "peering") },
  { rule: "baseline-link-nat-managed", ...by("networkInterfaceId", "machine") },
]);
