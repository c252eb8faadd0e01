import { type Properties, text } from "../properties";
import type { Made, TypeDescriptor, Use } from "../type-descriptor";
import { accountOf, arn, ec2Id, regionOf } from "./identity";

export const VPC: Use = { types: ["aws:ec2/vpc:Vpc"] };
export const SUBNET: Use = { types: ["aws:ec2/subnet:Subnet"] };
export const ROUTE_TABLE: Use = { types: ["aws:ec2/routeTable:RouteTable"] };

/**
 * Immutable properties are those that terraform-provider-aws 6 marks ForceNew in `internal/service/ec2` (its schema, v6,
 * 2026), and the documentation of @pulumi/aws 7.48 where it says so.
 */
export const NETWORK_TYPES: Record<string, TypeDescriptor> = {
  "aws:ec2/vpc:Vpc": {
    id: ec2Id("vpc"),
    defaults: { enableDnsSupport: true, instanceTenancy: "default" },
    immutable: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    computed: (made) => ({
      arn: arn(made, "ec2", `vpc/${made.id}`),
      ownerId: accountOf(made),
      mainRouteTableId: part(made, "rtb", "main"),
      defaultRouteTableId: part(made, "rtb", "main"),
      defaultNetworkAclId: part(made, "acl", "acl"),
      defaultSecurityGroupId: part(made, "sg", "group"),
      dhcpOptionsId: part(made, "dopt", "dhcp"),
      assignGeneratedIpv6CidrBlock: false,
      enableNetworkAddressUsageMetrics: false,
    }),
  },
  "aws:ec2/subnet:Subnet": {
    id: ec2Id("subnet"),
    defaults: { privateDnsHostnameTypeOnLaunch: "ip-name" },
    immutable: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "outpostArn", "ipv6Native"],
    uses: { vpcId: VPC },
    unique: [({ vpcId, cidrBlock }) => `${vpcId} ${cidrBlock}`],
    computed: (made) => ({
      arn: arn(made, "ec2", `subnet/${made.id}`),
      ownerId: accountOf(made),
      availabilityZoneId: `${regionOf(made).replace(/-|\D+$/g, "")}-az${zoneNumber(made)}`,
      assignIpv6AddressOnCreation: false,
      enableDns64: false,
      mapPublicIpOnLaunch: made.inputs.mapPublicIpOnLaunch ?? false,
    }),
  },
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": {
    id: ec2Id("vpc-cidr-assoc"),
    immutable: ["vpcId", "cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
    uses: { vpcId: { ...VPC, bond: "owned" } },
    unique: [({ vpcId, cidrBlock }) => `${vpcId} ${cidrBlock}`],
    computed: () => ({}),
  },
  "aws:ec2/internetGateway:InternetGateway": {
    id: ec2Id("igw"),
    uses: { vpcId: VPC },
    unique: [keyed("vpcId")],
    computed: (made) => ({ arn: arn(made, "ec2", `internet-gateway/${made.id}`), ownerId: accountOf(made) }),
  },
  "aws:ec2/eip:Eip": {
    id: ec2Id("eipalloc"),
    immutable: ["domain", "networkBorderGroup", "publicIpv4Pool", "address"],
    computed: (made) => {
      const publicIp = made.address("public");
      return {
        allocationId: made.id,
        arn: arn(made, "ec2", `elastic-ip/${made.id}`),
        publicIp,
        publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${regionOf(made)}.compute.amazonaws.com`,
        networkBorderGroup: regionOf(made),
        publicIpv4Pool: "amazon",
      };
    },
  },
  "aws:ec2/natGateway:NatGateway": {
    id: ec2Id("nat"),
    defaults: { connectivityType: "public" },
    immutable: ["allocationId", "subnetId", "connectivityType", "privateIp"],
    uses: { allocationId: { types: ["aws:ec2/eip:Eip"] }, subnetId: SUBNET },
    unique: [keyed("allocationId")],
    computed: (made) => ({
      networkInterfaceId: part(made, "eni", "interface"),
      associationId: part(made, "eipassoc", "association"),
      publicIp: text(made.used("allocationId")?.outputs ?? {}, "publicIp"),
      secondaryPrivateIpAddressCount: 0,
    }),
  },
  "aws:ec2/routeTable:RouteTable": {
    id: ec2Id("rtb"),
    immutable: ["vpcId"],
    uses: { vpcId: VPC },
    computed: (made) => ({
      arn: arn(made, "ec2", `route-table/${made.id}`),
      ownerId: accountOf(made),
      propagatingVgws: [],
      routes: [],
    }),
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    id: ec2Id("rtbassoc"),
    // terraform-provider-aws 6, `aws_route_table_association`, "Import".
    importId: (inputs) => `${text(inputs, "subnetId")}/${text(inputs, "routeTableId")}`,
    immutable: ["subnetId", "gatewayId"],
    uses: { routeTableId: ROUTE_TABLE, subnetId: SUBNET },
    unique: [keyed("subnetId")],
  },
  "aws:ec2/route:Route": {
    // A hash of the destination, after the table (terraform-provider-aws, `internal/service/ec2/vpc_route.go`, RouteCreateID).
    id: ({ inputs, digest }) =>
      `r-${text(inputs, "routeTableId")}${Number.parseInt(digest("id").slice(0, 8), 16)}`,
    // terraform-provider-aws 6, `aws_route`, "Import".
    importId: (inputs) => `${text(inputs, "routeTableId")}_${text(inputs, "destinationCidrBlock")}`,
    immutable: [
      "routeTableId",
      "destinationCidrBlock",
      "destinationIpv6CidrBlock",
      "destinationPrefixListId",
    ],
    uses: {
      routeTableId: { ...ROUTE_TABLE, bond: "owned" },
      gatewayId: { types: ["aws:ec2/internetGateway:InternetGateway"] },
      // Of a gateway that goes, the route stays as a black hole (VPC user guide, "NAT gateway basics" and "Transit gateways", 2026).
      natGatewayId: { types: ["aws:ec2/natGateway:NatGateway"], bond: "loose" },
      transitGatewayId: { types: ["aws:ec2transitgateway/transitGateway:TransitGateway"], bond: "loose" },
    },
    unique: [({ routeTableId, destinationCidrBlock }) => `${routeTableId} ${destinationCidrBlock}`],
    computed: () => ({ origin: "CreateRoute", state: "active" }),
  },
};

/** A unique key that is one property. */
export function keyed(property: string): (inputs: Properties) => string | undefined {
  return (inputs) => text(inputs, property) || undefined;
}

/** Id of what AWS makes along with an object. */
function part({ digest }: Made, prefix: string, purpose: string): string {
  return `${prefix}-0${digest(purpose).slice(0, 16)}`;
}

function zoneNumber({ inputs }: Made): number {
  return "abcdef".indexOf(text(inputs, "availabilityZone").slice(-1)) + 1;
}
