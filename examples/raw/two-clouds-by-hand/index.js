// AWS and Google Cloud joined by four tunnels with BGP, both ends in one program, and a cluster on either side, written by hand with
// the providers' own resources. No mistake is in it.

const aws = require("@pulumi/aws");
const gcp = require("@pulumi/gcp");
const kubernetes = require("@pulumi/kubernetes");
const pulumi = require("@pulumi/pulumi");

const AWS = { asn: 64801, range: "10.80.0.0/16" };
const GCP = { asn: 64802, region: "europe-west1", nodes: "10.90.0.0/20", pods: "10.91.0.0/16" };

// AWS: network and cluster.
const vpc = new aws.ec2.Vpc("payments", { cidrBlock: AWS.range, enableDnsHostnames: true });
const table = new aws.ec2.RouteTable("payments", { vpcId: vpc.id });
const subnets = ["a", "b"].map((zone, index) => {
  const subnet = new aws.ec2.Subnet(`payments-${zone}`, {
    vpcId: vpc.id,
    availabilityZone: `eu-west-1${zone}`,
    cidrBlock: `10.80.${index * 32}.0/19`,
  });
  new aws.ec2.RouteTableAssociation(`payments-${zone}`, { subnetId: subnet.id, routeTableId: table.id });
  return subnet;
});
const role = new aws.iam.Role("payments", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});
const fromGcp = new aws.ec2.SecurityGroup("from-gcp", {
  vpcId: vpc.id,
  description: "What comes from Google Cloud",
  ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [GCP.nodes, GCP.pods] }],
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
});
const payments = new aws.eks.Cluster("payments", {
  roleArn: role.arn,
  vpcConfig: {
    subnetIds: subnets.map((subnet) => subnet.id),
    securityGroupIds: [fromGcp.id],
    endpointPrivateAccess: true,
    endpointPublicAccess: false,
  },
  kubernetesNetworkConfig: { serviceIpv4Cidr: "10.81.0.0/20" },
});
const nodeRole = new aws.iam.Role("payments-nodes", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});
new aws.eks.NodeGroup("payments", {
  clusterName: payments.name,
  nodeRoleArn: nodeRole.arn,
  subnetIds: subnets.map((subnet) => subnet.id),
  scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 4 },
});

// AWS: gateway.
const transit = new aws.ec2transitgateway.TransitGateway("payments", { amazonSideAsn: AWS.asn });
new aws.ec2transitgateway.VpcAttachment("payments", {
  transitGatewayId: transit.id,
  vpcId: vpc.id,
  subnetIds: subnets.map((subnet) => subnet.id),
});
[GCP.nodes, GCP.pods].forEach((destinationCidrBlock, index) => {
  new aws.ec2.Route(`to-gcp-${index}`, {
    routeTableId: table.id,
    destinationCidrBlock,
    transitGatewayId: transit.id,
  });
});

// Google Cloud: network and cluster.
const network = new gcp.compute.Network("ledger", { autoCreateSubnetworks: false, routingMode: "GLOBAL" });
const subnetwork = new gcp.compute.Subnetwork("ledger", {
  network: network.id,
  region: GCP.region,
  ipCidrRange: GCP.nodes,
  secondaryIpRanges: [
    { rangeName: "pods", ipCidrRange: GCP.pods },
    { rangeName: "services", ipCidrRange: "10.92.0.0/20" },
  ],
});
const ledger = new gcp.container.Cluster("ledger", {
  location: GCP.region,
  network: network.id,
  subnetwork: subnetwork.id,
  initialNodeCount: 1,
  ipAllocationPolicy: { clusterSecondaryRangeName: "pods", servicesSecondaryRangeName: "services" },
  privateClusterConfig: {
    enablePrivateNodes: true,
    enablePrivateEndpoint: true,
    masterIpv4CidrBlock: "10.93.0.0/28",
  },
});
new gcp.compute.Firewall("from-aws", {
  network: network.id,
  sourceRanges: [AWS.range],
  allows: [{ protocol: "all" }],
});

// Google Cloud: gateway and router.
const gateway = new gcp.compute.HaVpnGateway("ledger", { network: network.id, region: GCP.region });
const router = new gcp.compute.Router("ledger", {
  network: network.id,
  region: GCP.region,
  bgp: {
    asn: GCP.asn,
    advertiseMode: "CUSTOM",
    advertisedIpRanges: [{ range: GCP.nodes }, { range: GCP.pods }],
  },
});

// Two connections of two tunnels each: one connection for each interface of Google Cloud's gateway.
const strong = (tunnel, insideCidr) => ({
  [`${tunnel}InsideCidr`]: insideCidr,
  [`${tunnel}IkeVersions`]: ["ikev2"],
  [`${tunnel}Phase1EncryptionAlgorithms`]: ["AES256-GCM-16"],
  [`${tunnel}Phase1IntegrityAlgorithms`]: ["SHA2-384"],
  [`${tunnel}Phase1DhGroupNumbers`]: [20],
  [`${tunnel}Phase2EncryptionAlgorithms`]: ["AES256-GCM-16"],
  [`${tunnel}Phase2IntegrityAlgorithms`]: ["SHA2-384"],
  [`${tunnel}Phase2DhGroupNumbers`]: [20],
});
const connections = [0, 1].map((index) => {
  const customer = new aws.ec2.CustomerGateway(`ledger-${index}`, {
    type: "ipsec.1",
    ipAddress: gateway.vpnInterfaces.apply((interfaces) => interfaces?.[index]?.ipAddress ?? ""),
    bgpAsn: String(GCP.asn),
  });
  return new aws.ec2.VpnConnection(`ledger-${index}`, {
    type: "ipsec.1",
    transitGatewayId: transit.id,
    customerGatewayId: customer.id,
    ...strong("tunnel1", `169.254.40.${index * 8}/30`),
    ...strong("tunnel2", `169.254.40.${index * 8 + 4}/30`),
  });
});
const peer = new gcp.compute.ExternalVpnGateway("payments", {
  redundancyType: "FOUR_IPS_REDUNDANCY",
  interfaces: connections.flatMap(({ tunnel1Address, tunnel2Address }, index) => [
    { id: index * 2, ipAddress: tunnel1Address },
    { id: index * 2 + 1, ipAddress: tunnel2Address },
  ]),
});
connections.forEach((connection, index) => {
  [connection.tunnel1PresharedKey, connection.tunnel2PresharedKey].forEach((sharedSecret, second) => {
    const id = index * 2 + second;
    const tunnel = new gcp.compute.VPNTunnel(`payments-${id}`, {
      region: GCP.region,
      vpnGateway: gateway.id,
      vpnGatewayInterface: index,
      peerExternalGateway: peer.id,
      peerExternalGatewayInterface: id,
      sharedSecret,
      router: router.id,
      ikeVersion: 2,
      cipherSuite: {
        phase1: { encryptions: ["AES-GCM-16-256"], prves: ["PRF-HMAC-SHA2-384"], dhs: ["Group-20"] },
        phase2: { encryptions: ["AES-GCM-16-256"], pfs: ["Group-20"] },
      },
    });
    const port = new gcp.compute.RouterInterface(`payments-${id}`, {
      region: GCP.region,
      router: router.name,
      ipRange: `169.254.40.${id * 4 + 2}/30`,
      vpnTunnel: tunnel.name,
    });
    new gcp.compute.RouterPeer(`payments-${id}`, {
      region: GCP.region,
      router: router.name,
      interface: port.name,
      ipAddress: `169.254.40.${id * 4 + 2}`,
      peerIpAddress: `169.254.40.${id * 4 + 1}`,
      peerAsn: AWS.asn,
    });
  });
});

// A network agent in each cluster, which encrypts what goes between nodes.
const kubeconfig = (name, server, authority, command) =>
  pulumi.all([server, authority]).apply(([address, data]) =>
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": name,
      contexts: [{ name, context: { cluster: name, user: name } }],
      clusters: [{ name, cluster: { server: address, "certificate-authority-data": data } }],
      users: [{ name, user: { exec: { apiVersion: "client.authentication.k8s.io/v1", command } } }],
    }),
  );
const cilium = (name, id, config, values) => {
  const provider = new kubernetes.Provider(name, { kubeconfig: config });
  new kubernetes.helm.v3.Release(
    `${name}-cilium`,
    {
      chart: "cilium",
      version: "1.19.6",
      namespace: "kube-system",
      repositoryOpts: { repo: "https://helm.cilium.io" },
      values: {
        cluster: { name, id },
        encryption: { enabled: true, type: "wireguard" },
        MTU: 1400,
        ...values,
      },
    },
    { provider },
  );
};
cilium(
  "payments",
  1,
  kubeconfig(
    "payments",
    payments.endpoint,
    payments.certificateAuthority.apply((authority) => authority?.data),
    "aws-iam-authenticator",
  ),
  { ipam: { mode: "cluster-pool", operator: { clusterPoolIPv4PodCIDRList: ["10.82.0.0/16"] } } },
);
cilium(
  "ledger",
  2,
  kubeconfig(
    "ledger",
    pulumi.interpolate`https://${ledger.endpoint}`,
    ledger.masterAuth.apply((auth) => auth?.clusterCaCertificate),
    "gke-gcloud-auth-plugin",
  ),
  { ipam: { mode: "kubernetes" } },
);
