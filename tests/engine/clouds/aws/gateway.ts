import { secret, text } from "../properties";
import type { Made, TypeDescriptor, Use } from "../type-descriptor";
import { accountOf, arn, ec2Id } from "./identity";
import { SUBNET, VPC } from "./network";

const TRANSIT_GATEWAY: Use = { types: ["aws:ec2transitgateway/transitGateway:TransitGateway"] };
const TRANSIT_TABLE: Use = { types: ["aws:ec2transitgateway/routeTable:RouteTable"] };

/** A VPC's attachment and a peering are objects of their own, a VPN connection's is one of its outputs; what joins one goes with it. */
const ATTACHMENT: Use = {
  types: [
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    "aws:ec2/vpnConnection:VpnConnection",
    "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
  ],
  by: "transitGatewayAttachmentId",
  bond: "owned",
};

/**
 * Whatever joins an attachment to a table; one
 * attachment is associated with one table only (EC2 API, `AssociateTransitGatewayRouteTable`: Resource.AlreadyAssociated, 2026).
 */
function joined(kind: string): TypeDescriptor {
  return {
    id: ({ inputs }) =>
      `${text(inputs, "transitGatewayRouteTableId")}_${text(inputs, "transitGatewayAttachmentId")}`,
    defaults: kind === "association" ? { replaceExistingAssociation: false } : {},
    immutable: ["transitGatewayAttachmentId", "transitGatewayRouteTableId"],
    uses: { transitGatewayRouteTableId: TRANSIT_TABLE, transitGatewayAttachmentId: ATTACHMENT },
    unique: [
      // A peering is one attachment at both of its sides, each with a table of its own.
      ({ region, transitGatewayAttachmentId, transitGatewayRouteTableId }) =>
        kind === "association"
          ? `${region} ${transitGatewayAttachmentId}`
          : `${transitGatewayRouteTableId} ${transitGatewayAttachmentId}`,
    ],
    computed: (made) => {
      const attached = made.used("transitGatewayAttachmentId");
      if (attached?.type === "aws:ec2/vpnConnection:VpnConnection")
        return { resourceType: "vpn", resourceId: attached.id };
      if (attached?.type === "aws:ec2transitgateway/peeringAttachment:PeeringAttachment")
        return { resourceType: "peering", resourceId: text(attached.inputs, "peerTransitGatewayId") };
      return { resourceType: "vpc", resourceId: text(attached?.inputs ?? {}, "vpcId") };
    },
  };
}

/** Immutable: ForceNew in terraform-provider-aws 6, `internal/service/ec2/{transitgateway,vpnsite}_*.go` (2026). */
export const GATEWAY_TYPES: Record<string, TypeDescriptor> = {
  "aws:ec2transitgateway/transitGateway:TransitGateway": {
    id: ec2Id("tgw"),
    defaults: { multicastSupport: "disable", securityGroupReferencingSupport: "disable" },
    immutable: ["multicastSupport"],
    computed: (made) => ({
      arn: arn(made, "ec2", `transit-gateway/${made.id}`),
      ownerId: accountOf(made),
      encryptionSupport: "disable",
    }),
  },
  "aws:ec2transitgateway/routeTable:RouteTable": {
    id: ec2Id("tgw-rtb"),
    immutable: ["transitGatewayId"],
    uses: { transitGatewayId: TRANSIT_GATEWAY },
    computed: (made) => ({
      arn: arn(made, "ec2", `transit-gateway-route-table/${made.id}`),
      defaultAssociationRouteTable: false,
      defaultPropagationRouteTable: false,
    }),
  },
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": {
    id: ec2Id("tgw-attach"),
    defaults: { applianceModeSupport: "disable", dnsSupport: "enable", ipv6Support: "disable" },
    immutable: ["transitGatewayId", "vpcId"],
    uses: { transitGatewayId: TRANSIT_GATEWAY, vpcId: VPC, "subnetIds[*]": SUBNET },
    unique: [({ transitGatewayId, vpcId }) => `${transitGatewayId} ${vpcId}`],
    computed: (made) => ({
      arn: arn(made, "ec2", `transit-gateway-attachment/${made.id}`),
      vpcOwnerId: accountOf(made),
      securityGroupReferencingSupport: "disable",
    }),
  },
  "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": {
    id: ({ inputs }) => text(inputs, "transitGatewayAttachmentId"),
    immutable: ["transitGatewayAttachmentId"],
    uses: { transitGatewayAttachmentId: ATTACHMENT },
    computed: (made) => {
      const attached = made.used("transitGatewayAttachmentId");
      return {
        transitGatewayId: text(attached?.inputs ?? {}, "transitGatewayId"),
        vpcId: text(attached?.inputs ?? {}, "vpcId"),
        vpcOwnerId: text(attached?.outputs ?? {}, "vpcOwnerId"),
        dnsSupport: "enable",
        ipv6Support: "disable",
      };
    },
  },
  "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": {
    id: ec2Id("tgw-attach"),
    immutable: ["peerAccountId", "peerRegion", "peerTransitGatewayId", "transitGatewayId"],
    uses: { transitGatewayId: TRANSIT_GATEWAY, peerTransitGatewayId: TRANSIT_GATEWAY },
    computed: (made) => ({
      arn: arn(made, "ec2", `transit-gateway-attachment/${made.id}`),
      peerAccountId: made.inputs.peerAccountId ?? accountOf(made),
      state: "pendingAcceptance",
    }),
  },
  "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter": {
    id: ({ inputs }) => text(inputs, "transitGatewayAttachmentId"),
    immutable: ["transitGatewayAttachmentId"],
    uses: { transitGatewayAttachmentId: ATTACHMENT },
    computed: (made) => {
      const requested = made.used("transitGatewayAttachmentId");
      return {
        transitGatewayId: text(requested?.inputs ?? {}, "peerTransitGatewayId"),
        peerTransitGatewayId: text(requested?.inputs ?? {}, "transitGatewayId"),
        peerAccountId: accountOf(made),
      };
    },
  },
  "aws:ec2transitgateway/route:Route": {
    id: ({ inputs }) =>
      `${text(inputs, "transitGatewayRouteTableId")}_${text(inputs, "destinationCidrBlock")}`,
    defaults: { blackhole: false },
    immutable: [
      "blackhole",
      "destinationCidrBlock",
      "transitGatewayAttachmentId",
      "transitGatewayRouteTableId",
    ],
    uses: { transitGatewayRouteTableId: TRANSIT_TABLE, transitGatewayAttachmentId: ATTACHMENT },
    unique: [
      ({ transitGatewayRouteTableId, destinationCidrBlock }) =>
        `${transitGatewayRouteTableId} ${destinationCidrBlock}`,
    ],
  },
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": joined("association"),
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation": joined("propagation"),
  "aws:ec2/customerGateway:CustomerGateway": {
    id: ec2Id("cgw"),
    immutable: ["bgpAsn", "bgpAsnExtended", "ipAddress", "type", "deviceName", "certificateArn"],
    // "If you run an identical request more than one time … subsequent requests return information about the existing
    // customer gateway", unless each has a device name of its own (EC2 API, `CreateCustomerGateway`, 2026).
    unique: [
      (inputs) =>
        ["region", "type", "ipAddress", "bgpAsn", "bgpAsnExtended", "deviceName"]
          .map((path) => text(inputs, path))
          .join(" "),
    ],
    adopts: true,
    computed: (made) => ({ arn: arn(made, "ec2", `customer-gateway/${made.id}`) }),
  },
  "aws:ec2/vpnConnection:VpnConnection": {
    id: ec2Id("vpn"),
    // Keys, tunnel options and both ends change in place, inside addresses do not (terraform-provider-aws,
    // `internal/service/ec2/vpnsite_connection.go`, 050ac11).
    immutable: [
      "enableAcceleration",
      "staticRoutesOnly",
      "tunnel1InsideCidr",
      "tunnel1InsideIpv6Cidr",
      "tunnel2InsideCidr",
      "tunnel2InsideIpv6Cidr",
      "tunnelInsideIpVersion",
      "type",
    ],
    uses: {
      customerGatewayId: { types: ["aws:ec2/customerGateway:CustomerGateway"] },
      transitGatewayId: TRANSIT_GATEWAY,
    },
    refuses: (inputs, others) => {
      // "unique across all the Site-to-Site VPN connections that use the same transit gateway" (Site-to-Site VPN user
      // guide, "Tunnel options", 2026).
      const insides = insidesOf(inputs);
      const other = others.find(
        (one) =>
          text(one.inputs, "transitGatewayId") === text(inputs, "transitGatewayId") &&
          insidesOf(one.inputs).some((inside) => insides.includes(inside)),
      );
      return (
        other &&
        `creating EC2 VPN Connection: InvalidParameterValue: The inside CIDR is in use by ${other.id}`
      );
    },
    secret: ["customerGatewayConfiguration", "tunnel1PresharedKey", "tunnel2PresharedKey"],
    computed: (made) => ({
      arn: arn(made, "ec2", `vpn-connection/${made.id}`),
      transitGatewayAttachmentId: `tgw-attach-0${made.digest("attachment").slice(0, 16)}`,
      customerGatewayConfiguration: secret(`<vpn_connection id="${made.id}"/>`),
      ...tunnel(made, 1),
      ...tunnel(made, 2),
      routes: [],
      vgwTelemetries: [],
      localIpv4NetworkCidr: "0.0.0.0/0",
      remoteIpv4NetworkCidr: "0.0.0.0/0",
      outsideIpAddressType: "PublicIpv4",
      tunnelInsideIpVersion: "ipv4",
      enableAcceleration: false,
    }),
  },
};

function insidesOf(inputs: Made["inputs"]): string[] {
  return [text(inputs, "tunnel1InsideCidr"), text(inputs, "tunnel2InsideCidr")].filter(
    (inside) => inside !== "",
  );
}

/** What AWS chooses of a tunnel. Its own inside address is the first of the /30. */
function tunnel(made: Made, ordinal: 1 | 2): Record<string, unknown> {
  const name = `tunnel${ordinal}`;
  const inside = text(made.inputs, `${name}InsideCidr`);
  const [, start = "", last = "0"] = /^(.*\.)(\d+)\/30$/.exec(inside) ?? [];
  return {
    [`${name}Address`]: made.address(name),
    [`${name}BgpAsn`]: text(made.used("transitGatewayId")?.inputs ?? {}, "amazonSideAsn"),
    [`${name}BgpHoldtime`]: 30,
    [`${name}VgwInsideAddress`]: start === "" ? "" : `${start}${Number(last) + 1}`,
    [`${name}CgwInsideAddress`]: start === "" ? "" : `${start}${Number(last) + 2}`,
    ...(made.inputs[`${name}PresharedKey`] === undefined
      ? { [`${name}PresharedKey`]: secret(made.digest(`${name}-key`).slice(0, 32)) }
      : {}),
  };
}
