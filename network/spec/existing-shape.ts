/**
 * What a member brings with it. isthmus reads it, adds what is missing, and changes nothing of it. Ids and ranges are plain, so that
 * everything can be judged before anybody has been asked; what the cloud says of them is held against that as soon as it is known.
 */
export interface ExistingSpec {
  /** The network that the nodes are to stand in. `nodes.range` says where in it. */
  network: ExistingNetworkSpec;
  /** The gateway that the links are to end at. Default: one is made. */
  gateway?: ExistingGatewaySpec;
  /** The cluster, which must have no network agent yet. Default: one is made. */
  cluster?: ExistingClusterSpec;
}

/** A cluster that is there. Its member gives `nodes.range`, `pods` and `services` as the cluster has them; the program gives its kubeconfig. */
export interface ExistingClusterSpec {
  /** The subnets of its nodes, by names of your own, which are `nodes.range` together or part of it. */
  subnets: Record<string, ExistingSubnetSpec>;
  /** AWS and Azure, required: id of the nodes' security group, `"sg-0123456789abcdef0"`, or of their network security group. */
  securityGroup?: string;
  /** AWS, required: the nodes' Auto Scaling groups, which answer for the network agent's API. Example `["workers"]`. */
  autoScalingGroups?: string[];
}

export interface ExistingSubnetSpec {
  /** AWS, Google Cloud: `"subnet-0123456789abcdef0"`, `"projects/my-project/regions/europe-west3/subnetworks/nodes"`. */
  id?: string;
  /** Example `"10.10.0.0/20"`. */
  range: string;
  /** AWS, required. Example `"eu-west-1a"`. */
  zone?: string;
  /** AWS, required: id of its route table, which gets the routes to the other members. Example `"rtb-0123456789abcdef0"`. */
  routeTable?: string;
  /** A free address in it for the internal load balancer of the agent's API; elsewhere than in AWS of one subnet only. */
  address?: string;
}

export interface ExistingNetworkSpec {
  /**
   * AWS: id of the VPC, `"vpc-0123456789abcdef0"`. Google Cloud: `"projects/my-project/global/networks/main"`. Azure: the VNet's
   * resource id.
   */
  id: string;
  /**
   * Every range of it: of the VPC, of the VNet's address space, or, in Google Cloud, of the subnets that are there. Example
   * `["10.10.0.0/16"]`.
   */
  ranges: string[];
  /** AWS: id of the VPC's internet gateway, of which it takes one only. Default: one is made. Example `"igw-0123456789abcdef0"`. */
  internetGateway?: string;
}

export interface ExistingGatewaySpec {
  /**
   * AWS: id of the transit gateway, `"tgw-0123456789abcdef0"`. Google Cloud: HA VPN gateway,
   * `"projects/my-project/regions/europe-west3/vpnGateways/main"`. Azure: resource id of the active-active virtual network gateway.
   */
  id: string;
  /** What it speaks BGP as. */
  asn: number;
  /** AWS, required: id of the route table that links are joined to. Example `"tgw-rtb-0123456789abcdef0"`. */
  routeTable?: string;
  /** AWS: id of the VPC's attachment, associated with and propagated to that table. Default: one is made. */
  attachment?: string;
  /** Google Cloud, required: its Cloud Router. Example `"projects/my-project/regions/europe-west3/routers/main"`. */
  router?: string;
  /** Google Cloud and Azure, required: its two public addresses, in the order of its interfaces. */
  addresses?: string[];
  /** Azure, required: the names of its two IP configurations, in the same order. Example `["default", "activeActive"]`. */
  configurations?: string[];
}
