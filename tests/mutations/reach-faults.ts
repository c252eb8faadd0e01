import { valueAt } from "../../network/model/property";
import { isUnknown } from "../../network/model/resource";
import { isUnasked } from "./equivalent";
import { type PropertyFault, type Seen, values } from "./fault";
import { TUNNEL, WAY } from "./link-faults";

const WORLD = ["exposure-no-world-ingress"];
const CLOSED = ["exposure-api-endpoint-private"];
const AGENTS = ["agent-datapath-uniform", "agent-combination-supported", "reach-no-black-hole"];
const IDS = ["agent-cluster-id-unique", "reach-no-black-hole"];
const PEERS = ["reach-no-black-hole", "reach-survives-failure"];

/** Regions far from all others. */
const FAR: Record<string, string> = {
  "aws:eks/cluster:Cluster": "ap-southeast-2",
  "gcp:container/cluster:Cluster": "australia-southeast1",
  "azure-native:containerservice:ManagedCluster": "australiaeast",
};

const OTHER: Record<string, string> = {
  native: "tunnel",
  tunnel: "native",
  vxlan: "geneve",
  geneve: "vxlan",
};

/** Whether somebody asks the release's cluster and the one that the path names to talk. */
function joined({ resource, path, network }: Seen): boolean {
  const [, peer] = /clusters\.([\w-]+)/.exec(path) ?? [];
  const agent = network.agents.find(({ urn }) => urn === resource.urn);
  const own = network.clusters.find(({ urn }) => urn === agent?.cluster)?.name;
  return network.intents.some(
    ({ from, to }) => (from === own && to === peer) || (from === peer && to === own),
  );
}

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
    wrong: ({ resource, network }) =>
      // The way to the internet is none between members.
      resource.props.destinationCidrBlock === "0.0.0.0/0" || isUnasked(resource, network)
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
      ...(webOnly(seen) ? [] : values(WORLD, ["is the whole internet", "0.0.0.0/0"])),
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
    of: /^aws:ec2\/securityGroupRule:SecurityGroupRule type$/,
    wrong: ({ resource, value }) =>
      value === "egress" && JSON.stringify(resource.props.cidrBlocks) === '["0.0.0.0/0"]'
        ? values(WORLD, ["is ingress, from everywhere", "ingress"])
        : [],
  },
  {
    of: /^aws:ec2\/securityGroupRule:SecurityGroupRule cidrBlocks$/,
    unset: true,
    wrong: ({ resource }) =>
      resource.props.type === "ingress"
        ? values(WORLD, ["is the whole internet", ["0.0.0.0/0"]], ["is its upper half", ["128.0.0.0/1"]])
        : [],
  },
  {
    of: /^aws:ec2\/securityGroupRule:SecurityGroupRule ipv6CidrBlocks$/,
    unset: true,
    wrong: ({ resource }) =>
      resource.props.type === "ingress" ? values(WORLD, ["is the whole internet", ["::/0"]]) : [],
  },
  {
    of: /^gcp:compute\/firewall:Firewall sourceRanges$/,
    wrong: (seen) => [
      ...values(
        webOnly(seen) ? [] : WORLD,
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
    of: /^gcp:compute\/firewall:Firewall direction$/,
    unset: true,
    wrong: (seen) => (letsInAnother(seen) ? values(WAY, ["is out", "EGRESS"]) : []),
  },
  {
    of: /^gcp:compute\/firewall:Firewall disabled$/,
    unset: true,
    wrong: (seen) => (letsInAnother(seen) ? values(WAY, ["is on", true]) : []),
  },
  {
    of: /^gcp:compute\/firewall:Firewall allows$/,
    wrong: (seen) =>
      letsInAnother(seen)
        ? values(WAY, ["is one port that nobody uses", [{ protocol: "tcp", ports: ["1"] }]])
        : [],
  },
  {
    of: /^aws:vpc\/securityGroupIngressRule:SecurityGroupIngressRule ipProtocol$/,
    wrong: (seen) =>
      letsInAnother(seen) && ofNodes(seen) ? values(WAY, ["is one that nobody uses", "esp"]) : [],
  },
  {
    of: /^azure-native:network:SecurityRule direction$/,
    wrong: (seen) => (letsInAnother(seen) ? values(WAY, ["is out", "Outbound"]) : []),
  },
  {
    of: /^azure-native:network:SecurityRule (protocol|destinationPortRanges?)$/,
    wrong: (seen) =>
      letsInAnother(seen) && (seen.path === "protocol" || seen.resource.props.protocol !== "Icmp")
        ? values(
            WAY,
            seen.path === "protocol"
              ? ["is one that nobody uses", "Esp"]
              : ["is a port that nobody uses", Array.isArray(seen.value) ? ["1"] : "1"],
          )
        : [],
  },
  {
    of: /^azure-native:network:NetworkSecurityGroup securityRules\.\*\.sourceAddressPrefix$/,
    wrong: ({ resource, path }) =>
      webInline(resource.props, path) ? [] : values(WORLD, ["is everybody", "*"]),
  },
  {
    of: /^aws:ec2\/securityGroup:SecurityGroup ingress\.\*\.cidrBlocks$/,
    wrong: ({ resource, path }) =>
      webInline(resource.props, path) ? [] : values(WORLD, ["is the whole internet", ["0.0.0.0/0"]]),
  },
  {
    of: /^aws:ec2\/securityGroup:SecurityGroup ingress\.\*\.(fromPort|toPort|protocol)$/,
    wrong: () => [],
  },
  {
    of: /^aws:ec2transitgateway\/route:Route destinationCidrBlock$/,
    wrong: ({ resource, network }) =>
      isUnasked(resource, network) ? [] : values(WAY, ["is somebody else's range", "10.250.0.0/16"]),
  },
  {
    of: /^azure-native:network:(VirtualNetworkGateway gatewayType|VirtualNetworkGatewayConnection connectionType)$/,
    wrong: ({ network }) =>
      network.tunnels.length > 0 ? values(TUNNEL, ["is ExpressRoute", "ExpressRoute"]) : [],
  },
  {
    of: /^(aws:eks\/cluster:Cluster region|(gcp:container\/cluster:Cluster|azure-native:containerservice:ManagedCluster) location)$/,
    wrong: ({ resource, network }) =>
      network.intents.some(
        ({ from, to, rtt }) => rtt !== undefined && (from === resource.name || to === resource.name),
      )
        ? values(["latency-tier-met"], ["is at the other end of the world", FAR[resource.type]])
        : [],
  },
  {
    of: /^azure-native:network:SecurityRule access$/,
    wrong: (seen) => (letsInAnother(seen) ? values(WAY, ["refuses", "Deny"]) : []),
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
    // Nobody compares the ids of clusters that join nobody.
    wrong: (seen) =>
      clustermesh(seen)
        ? values(
            IDS,
            ["is that of another cluster", anothers(seen)],
            ["is none, as of a cluster alone", 0],
            ["is left out, as of a cluster alone", undefined],
            ["is above all that Cilium takes", 512],
          )
        : [],
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.cluster\.name$/,
    wrong: (seen) =>
      clustermesh(seen)
        ? values(
            IDS,
            ["is that of another cluster", anothers(seen)],
            ["is one that nobody knows", "elsewhere"],
            ["is left out", undefined],
          )
        : [],
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.encryption\.type$/,
    wrong: (seen) => (clustermesh(seen) ? values(AGENTS, ["is another than the others'", "ipsec"]) : []),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.(routingMode|tunnelProtocol)$/,
    wrong: (seen) =>
      clustermesh(seen) ? values(AGENTS, ["is another than the others'", OTHER[String(seen.value)]]) : [],
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.clustermesh\.config\.clusters\.[\w-]+(\.enabled)?$/,
    wrong: (seen) =>
      joined(seen) ? values(PEERS, ["is left out", seen.path.endsWith("enabled") ? false : undefined]) : [],
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.clustermesh\.config\.clusters\.[\w-]+\.ips$/,
    wrong: (seen) => (joined(seen) ? values(PEERS, ["is nobody's", ["10.250.0.9"]], ["is empty", []]) : []),
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

/** Whether what the resource lets in are ranges of another member, whose way it then is. */
function letsInAnother({ resource, network }: Seen): boolean {
  const facts = network.firewalls.filter(({ urn, direction }) => urn === resource.urn && direction !== "out");
  return facts.some(({ sources, member }) =>
    network.ranges.some(
      (range) =>
        !isUnknown(sources) &&
        !isUnknown(range.cidr) &&
        sources.includes(range.cidr) &&
        range.member !== member,
    ),
  );
}

/** The ports of the web may be open to all before what is no node. */
function webInline(props: Record<string, unknown>, path: string): boolean {
  const rule = path.split(".").slice(0, 2).join(".");
  const ports = [valueAt(props, `${rule}.destinationPortRange`), valueAt(props, `${rule}.fromPort`)];
  return ports.some((port) => ["80", "443"].includes(String(port)));
}

function webOnly({ network, resource }: Seen): boolean {
  const facts = network.firewalls.filter(({ urn }) => urn === resource.urn);
  return facts.every(
    ({ ports, guards }) =>
      guards !== "nodes" &&
      !isUnknown(ports) &&
      ports.every((port) => port === "443/tcp" || port === "80/tcp"),
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
