import { isUnknown } from "../../network/model/resource";
import { type PropertyFault, type Seen, values } from "./fault";
import { WAY } from "./link-faults";

const WORLD = ["exposure-no-world-ingress"];
const CLOSED = ["exposure-api-endpoint-private"];
const AGENTS = ["agent-datapath-uniform", "agent-combination-supported", "reach-no-black-hole"];
const IDS = ["agent-cluster-id-unique", "reach-no-black-hole"];
const PEERS = ["reach-no-black-hole", "reach-survives-failure"];

/** What another agent says at the same place. */
function anothers({ resource, path, network }: Seen): unknown {
  const other = network.agents.find(({ urn }) => urn !== resource.urn);
  return path.endsWith("id") ? other?.clusterId : other?.clusterName;
}

/** Only what lets in from another member's ranges is a way between members. */
function fromAnotherMember({ resource, network, value }: Seen): boolean {
  const fact = network.firewalls.find(({ urn }) => urn === resource.urn);
  const texts = Array.isArray(value) ? value : [value];
  return network.ranges.some(
    ({ cidr, member }) => !isUnknown(cidr) && texts.includes(cidr) && member !== fact?.member,
  );
}

export const REACH_FAULTS: PropertyFault[] = [
  {
    of: /^aws:ec2\/route:Route destinationCidrBlock$/,
    wrong: ({ resource }) =>
      // The way to the internet is none between members.
      resource.props.destinationCidrBlock === "0.0.0.0/0"
        ? []
        : values(
            WAY,
            ["is somebody else's range", "10.250.0.0/16"],
            ["is half of it", halved(resource.props)],
          ),
  },
  {
    of: /^aws:vpc\/securityGroupIngressRule:SecurityGroupIngressRule cidrIpv4$/,
    wrong: (seen) => [
      ...(webBefore(seen) ? [] : values(WORLD, ["is the whole internet", "0.0.0.0/0"])),
      ...(fromAnotherMember(seen) && ofNodes(seen)
        ? values(WAY, ["is somebody else's range", "10.250.0.0/16"])
        : []),
    ],
  },
  {
    of: /^aws:vpc\/securityGroupIngressRule:SecurityGroupIngressRule cidrIpv6$/,
    unset: true,
    wrong: () => [],
  },
  {
    of: /^aws:ec2\/securityGroup:SecurityGroup ingress$/,
    wrong: () =>
      values(WORLD, [
        "lets SSH in from everywhere",
        [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
      ]),
    unset: true,
  },
  {
    of: /^aws:ec2\/securityGroup:SecurityGroup ingress$/,
    wrong: () =>
      values(WORLD, [
        "lets everything in by IPv6",
        [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }],
      ]),
    unset: true,
  },
  {
    of: /^gcp:compute\/firewall:Firewall sourceRanges$/,
    wrong: (seen) => [
      ...values(
        WORLD,
        ["is the whole internet", ["0.0.0.0/0"]],
        ["is both halves of it", ["0.0.0.0/1", "128.0.0.0/1"]],
        ["is left out, so everybody", undefined],
      ),
      ...(fromAnotherMember(seen) ? values(WAY, ["is somebody else's range", ["10.250.0.0/16"]]) : []),
    ],
  },
  {
    of: /^azure-native:network:SecurityRule sourceAddressPrefix$/,
    wrong: ({ resource }) =>
      resource.props.direction === "Inbound" && resource.props.access === "Allow"
        ? values(WORLD, ["is everybody", "*"], ["is the internet", "Internet"])
        : [],
  },
  {
    of: /^azure-native:network:SecurityRule sourceAddressPrefixes$/,
    wrong: ({ resource }) =>
      resource.props.direction === "Inbound" && resource.props.access === "Allow"
        ? values(WORLD, ["is everybody", ["0.0.0.0/0"]])
        : [],
  },
  {
    of: /^azure-native:network:SecurityRule access$/,
    wrong: ({ resource, network }) => {
      const fact = network.firewalls.find(({ urn }) => urn === resource.urn);
      const sources = fact && !isUnknown(fact.sources) ? fact.sources : [];
      const way = network.ranges.some(
        ({ cidr, member }) => !isUnknown(cidr) && sources.includes(cidr) && member !== fact?.member,
      );
      return resource.props.direction === "Inbound" && way ? values(WAY, ["refuses", "Deny"]) : [];
    },
  },
  {
    of: /^aws:eks\/cluster:Cluster vpcConfig\.endpointPublicAccess$/,
    wrong: () => values(CLOSED, ["is on", true], ["is left to EKS", undefined]),
  },
  {
    of: /^gcp:container\/cluster:Cluster privateClusterConfig(\.enablePrivateEndpoint)?$/,
    wrong: ({ path, resource }) =>
      // Where only named ranges reach a public endpoint, it is no longer open to all.
      resource.props.masterAuthorizedNetworksConfig !== undefined
        ? []
        : values(
            CLOSED,
            ["is left to GKE", undefined],
            ...(path.endsWith("Endpoint") ? ([["is off", false]] as [string, unknown][]) : []),
          ),
  },
  {
    of: /^gcp:container\/cluster:Cluster controlPlaneEndpointsConfig$/,
    unset: true,
    wrong: () =>
      values(CLOSED, [
        "takes calls from everywhere by name",
        { dnsEndpointConfig: { allowExternalTraffic: true } },
      ]),
  },
  {
    of: /^azure-native:containerservice:ManagedCluster apiServerAccessProfile(\.enablePrivateCluster)?$/,
    wrong: ({ path }) =>
      values(
        CLOSED,
        ["is left to AKS", undefined],
        ...(path.endsWith("Cluster") ? ([["is off", false]] as [string, unknown][]) : []),
      ),
  },
  {
    of: /^isthmus:index:Mesh tiers\.\w+\.rtt$/,
    wrong: () => values(["latency-tier-met"], ["is a millisecond", 1]),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.MTU$/,
    wrong: (seen) =>
      seen.network.links.length === 0
        ? []
        : values(
            ["mtu-path-fits"],
            ["is Ethernet's", 1500],
            ["is jumbo", 9001],
            ["is left to the agent", 0],
            ["is left out", undefined],
          ),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.cluster\.id$/,
    wrong: (seen) => values(IDS, ["is that of another cluster", anothers(seen)], ["is 256", 256]),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.cluster\.name$/,
    wrong: (seen) => [
      ...values(IDS, ["is that of another cluster", anothers(seen)]),
      ...(clustermesh(seen) ? values(IDS, ["is one that nobody knows", "elsewhere"]) : []),
    ],
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.encryption\.type$/,
    wrong: () => values(AGENTS, ["is another than the others'", "ipsec"]),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.routingMode$/,
    wrong: ({ value }) =>
      values(AGENTS, ["is another than the others'", value === "native" ? "tunnel" : "native"]),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.clustermesh(\.config(\.enabled|\.clusters)?)?$/,
    wrong: ({ path }) =>
      values(
        PEERS,
        ["is left out", undefined],
        ...(path.endsWith("enabled") ? ([["is off", false]] as [string, unknown][]) : []),
      ),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release version$/,
    wrong: () =>
      values(
        ["agent-version-pinned"],
        ["is left out", undefined],
        ["is a range", "^1.19"],
        ["is whatever is newest", "*"],
      ),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release chart$/,
    wrong: () =>
      values(
        ["agent-archived-named", "encryption-agent-enabled"],
        ["is Weave", "weave-net"],
        ["is Flannel, which encrypts nothing", "flannel"],
      ),
  },
];

/** The ports of the web may be open to all before what is no node. */
function webBefore({ resource }: Seen): boolean {
  return (
    [80, 443].includes(Number(resource.props.fromPort)) && resource.props.fromPort === resource.props.toPort
  );
}

function ofNodes({ network, resource }: Seen): boolean {
  return network.firewalls.some(({ urn, guards }) => urn === resource.urn && guards === "nodes");
}

function clustermesh({ resource }: Seen): boolean {
  const values: unknown = resource.props.values;
  return typeof values === "object" && values !== null && "clustermesh" in values;
}

function halved(props: Record<string, unknown>): string {
  const [address = "", prefix = "0"] = String(props.destinationCidrBlock).split("/");
  return `${address}/${Number(prefix) + 1}`;
}
