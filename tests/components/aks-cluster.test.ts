import assert from "node:assert/strict";
import { makeAzureEnd } from "../../clouds/azure/peering";
import { readAzure } from "../../clouds/azure/read";
import { AksCluster, type AksClusterArgs } from "../../components/aks-cluster";
import type { TunnelEndFact } from "../../network/model/network";
import { flag, list, text, valueAt } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import type { LinkPlan } from "../../network/plan/shape";
import { type Recording, record } from "../../recorder/record";
import { TO_AWS, TO_GCP } from "../clouds/azure/links";

const NAME = "amsterdam";

const CA_KEY = "private key of the mesh's authority";

const ARGS: AksClusterArgs = {
  ca: { cert: "certificate of the mesh's authority", key: CA_KEY },
  region: "westeurope",
  ranges: { nodes: "10.64.0.0/20", pods: "10.80.0.0/17", services: "10.96.0.0/20", gateway: "10.97.0.0/27" },
  gateway: {
    asn: 64512,
    inside: [
      { interface: 0, addresses: ["169.254.21.2", "169.254.22.2", "169.254.21.10"] },
      { interface: 1, addresses: ["169.254.21.6", "169.254.22.6", "169.254.21.14"] },
    ],
  },
  peers: [{ name: "dublin", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" }],
  tags: { team: "network" },
};

/** The cluster, and Azure's end of links that use it. */
function recordCluster(args: AksClusterArgs, links: LinkPlan[] = []): Promise<Recording> {
  return record(() => {
    const cluster = new AksCluster(NAME, args);
    for (const link of links) {
      if (!cluster.gateway) throw new Error("no gateway");
      makeAzureEnd({
        link,
        side: "a",
        gateway: cluster.gateway,
        peer: { cloud: "aws", addresses: link.tunnels.map((_, index) => `203.0.113.${index + 1}`) },
        keys: link.tunnels.map(() => cluster.kubeconfig),
        parent: cluster,
      });
    }
  });
}

function ofType({ resources }: Recording, type: string): Resource[] {
  return resources.filter((resource) => resource.type === `azure-native:${type}`);
}

function only(recording: Recording, type: string): Resource {
  const [found, ...others] = ofType(recording, type);
  assert.ok(found && others.length === 0, `one ${type}`);
  return found;
}

describe("AksCluster", () => {
  let recording: Recording;
  before(async () => {
    recording = await recordCluster(ARGS, [TO_AWS, TO_GCP]);
  });

  it("is made without a complaint", () => {
    assert.deepEqual(recording.failures, []);
    assert.deepEqual(recording.logs, []);
  });

  it("is a private cluster without Azure's network plugin, at the ranges that it was given", () => {
    const { name, props } = only(recording, "containerservice:ManagedCluster");
    assert.equal(name, NAME);
    assert.equal(flag(props, "apiServerAccessProfile.enablePrivateCluster"), true);
    assert.deepEqual(props.networkProfile, {
      networkPlugin: "none",
      podCidr: "10.80.0.0/17",
      serviceCidr: "10.96.0.0/20",
      dnsServiceIP: "10.96.0.10",
      outboundType: "userAssignedNATGateway",
      loadBalancerSku: "standard",
    });
  });

  it("spreads its nodes over the zones, without public addresses or taints that AKS refuses", () => {
    const { props } = only(recording, "containerservice:ManagedCluster");
    const pool = valueAt(props, "agentPoolProfiles.0");
    assert.deepEqual(list(pool, "availabilityZones"), ["1", "2", "3"]);
    assert.equal(flag(pool, "enableNodePublicIP"), false);
    assert.equal(valueAt(pool, "nodeTaints"), undefined);
    assert.deepEqual([valueAt(pool, "minCount"), valueAt(pool, "maxCount")], [2, 6]);
  });

  it("encrypts Kubernetes' Secrets by a key of its own, and keeps the control plane's logs", () => {
    const { propertyDependencies } = only(recording, "containerservice:ManagedCluster");
    assert.ok(propertyDependencies.securityProfile?.includes(only(recording, "keyvault:Key").urn));
    const logs = list(only(recording, "monitor:DiagnosticSetting").props, "logs");
    assert.ok(Array.isArray(logs) && logs.some((log) => text(log, "category") === "kube-audit-admin"));
  });

  it("gives the cluster's identity its subnet and its key, and nothing more", () => {
    const scopes = ofType(recording, "authorization:RoleAssignment").map((grant) =>
      grant.propertyDependencies.scope?.map((urn) => urn.split("::").at(-1)),
    );
    assert.deepEqual(scopes.flat().sort(), ["amsterdam-nodes-subnet", "kv-amsterdam"]);
  });

  it("lets in its own nodes, load balancer probes and the agent's ports from its peers, and refuses the rest", () => {
    const rules = ofType(recording, "network:SecurityRule");
    const allowed = rules.filter(({ props }) => props.access === "Allow").map(({ name }) => name);
    assert.ok(allowed.every((name) => /-(from-nodes|from-load-balancer|agent-(tcp|udp|icmp))$/.test(name)));
    for (const { name, props } of rules.filter((rule) => rule.name.includes("-agent-"))) {
      assert.deepEqual(props.sourceAddressPrefixes, ["10.65.0.0/20"], name);
    }
    const rest = rules.find(({ props }) => props.access === "Deny");
    assert.equal(rest?.props.priority, 4096);
    assert.equal(new Set(rules.map(({ props }) => props.priority)).size, rules.length, "one priority each");
  });

  it("changes only sources of the agent's rules when a peer joins", async () => {
    const { peers = [] } = ARGS;
    const joined = { name: "aberdeen", nodes: "10.60.0.0/20", pods: "10.82.0.0/17" };
    const more = await recordCluster({ ...ARGS, peers: [joined, ...peers] }, [TO_AWS, TO_GCP]);
    const changed = more.resources.filter(({ urn, type, props }) => {
      const before = recording.resources.find((resource) => resource.urn === urn);
      return type.startsWith("azure-native:") && JSON.stringify(before?.props) !== JSON.stringify(props);
    });
    assert.ok(changed.length > 0 && changed.every(({ name }) => name.includes("-agent-")));
    const priorities = (from: Recording) =>
      ofType(from, "network:SecurityRule").map(({ name, props }) => [name, props.priority]);
    assert.deepEqual(priorities(more), priorities(recording));
  });

  it("puts nothing but the gateway into GatewaySubnet, and the nodes' subnet behind a NAT gateway", () => {
    const subnets = ofType(recording, "network:Subnet");
    const [gateway, nodes] = subnets;
    assert.equal(gateway?.props.subnetName, "GatewaySubnet");
    assert.equal(gateway?.props.networkSecurityGroup, undefined);
    assert.equal(gateway?.props.natGateway, undefined);
    assert.ok(nodes?.props.natGateway !== undefined && nodes.props.networkSecurityGroup !== undefined);
  });

  it("has a zone-redundant active-active gateway that lists every inside address", () => {
    const { props } = only(recording, "network:VirtualNetworkGateway");
    assert.equal(props.virtualNetworkGatewayName, "amsterdam-gateway");
    assert.deepEqual(valueAt(props, "sku.name"), "VpnGw2AZ");
    assert.equal(props.activeActive, true);
    assert.deepEqual(
      [0, 1].map((index) => valueAt(props, `bgpSettings.bgpPeeringAddresses.${index}.customBgpIpAddresses`)),
      ARGS.gateway?.inside?.map(({ addresses }) => addresses),
    );
    for (const address of ofType(recording, "network:PublicIPAddress")) {
      assert.deepEqual(address.props.zones, ["1", "2", "3"], address.name);
    }
  });

  it("names the region on everything that takes one", () => {
    const without = ["SecurityRule", "Subnet", "RoleAssignment", "Key", "DiagnosticSetting"];
    const silent = recording.resources.filter(
      ({ type, props }) =>
        type.startsWith("azure-native:") &&
        !without.some((kind) => type.endsWith(`:${kind}`)) &&
        props.location !== "westeurope",
    );
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it("shows ranges on the component, and nothing secret", () => {
    const component = recording.resources.find(({ type }) => type === "isthmus:index:AksCluster");
    assert.deepEqual(component?.props.ranges, ARGS.ranges);
    assert.ok(!JSON.stringify(recording.resources).includes(CA_KEY));
  });

  it("opens its API to those named, and to its own nodes", async () => {
    const opened = await recordCluster({ ...ARGS, api: { access: ["198.51.100.0/24"] } });
    const { props } = only(opened, "containerservice:ManagedCluster");
    assert.equal(flag(props, "apiServerAccessProfile.enablePrivateCluster"), false);
    assert.equal(valueAt(props, "apiServerAccessProfile.authorizedIPRanges.0"), "198.51.100.0/24");
    const [cluster] = readAzure(new ResourceIndex(opened.resources)).clusters;
    assert.deepEqual(cluster?.apiAccess, ["198.51.100.0/24"]);
  });

  it("has no gateway and no subnet for one where none was asked for", async () => {
    const { gateway: _gateway, ...args } = ARGS;
    const { gateway: _range, ...ranges } = ARGS.ranges;
    const alone = await recordCluster({ ...args, ranges });
    assert.equal(ofType(alone, "network:VirtualNetworkGateway").length, 0);
    assert.equal(ofType(alone, "network:Subnet").length, 1);
  });

  it("refuses a gateway without a range for its subnet, in one line", async () => {
    const { gateway: _range, ...ranges } = ARGS.ranges;
    const refused = await recordCluster({ ...ARGS, ranges });
    assert.match(String(refused.failures[0]), /amsterdam: ranges\.gateway: is missing/);
  });
});

describe("AksCluster and its links, read back", () => {
  let network: ReturnType<typeof readAzure>;
  before(async () => {
    const { resources } = await recordCluster(ARGS, [TO_AWS, TO_GCP]);
    network = readAzure(new ResourceIndex(resources));
  });

  it("say the ranges of the plan", () => {
    assert.deepEqual(network.ranges.map(({ use, cidr }) => `${use} ${cidr}`).sort(), [
      "gateway 10.97.0.0/27",
      "network 10.64.0.0/20",
      "network 10.97.0.0/27",
      "pods 10.80.0.0/17",
      "services 10.96.0.0/20",
      "subnet 10.64.0.0/20",
    ]);
  });

  it("say where the cluster is and that nobody outside reaches it", () => {
    const [cluster] = network.clusters;
    assert.equal(cluster?.name, NAME);
    assert.equal(cluster?.region, "westeurope");
    assert.match(cluster?.network ?? "", /::amsterdam-network$/);
    assert.deepEqual(cluster?.apiAccess, []);
  });

  it("say the gateway's ASN and network", () => {
    const [gateway] = network.gateways;
    assert.equal(gateway?.asn, 64512);
    assert.deepEqual(gateway?.networks, [network.clusters[0]?.network]);
  });

  it("say every tunnel's addresses, ASNs, instance and ciphers", () => {
    const suite = {
      ike: [2],
      phase1: { encryption: ["aes256gcm16"], integrity: ["sha384"], groups: [20] },
      phase2: { encryption: ["aes256gcm16"], integrity: [], groups: [20] },
    };
    const told = ({ address, peerAddress, asn, peerAsn, interface: instance, ...end }: TunnelEndFact) => ({
      ...{ address, peerAddress, asn, peerAsn, instance },
      ...{ ike: end.ike, phase1: end.phase1, phase2: end.phase2, gateway: end.gateway },
    });
    const gateway = network.gateways[0]?.urn;
    assert.deepEqual(
      network.tunnelEnds.map(told),
      [...TO_AWS.tunnels, ...TO_GCP.tunnels].map(({ a, b }) => ({
        ...{ address: a.address, peerAddress: b.address, asn: a.asn, peerAsn: b.asn, instance: a.interface },
        ...suite,
        gateway,
      })),
    );
  });

  it("say that nobody is let in from anywhere", () => {
    const sources = network.firewalls.flatMap(({ sources }) => (Array.isArray(sources) ? sources : []));
    assert.ok(network.firewalls.length >= 4);
    assert.ok(
      network.firewalls.every((rule) => Array.isArray(rule.sources)) && !sources.includes("0.0.0.0/0"),
    );
    assert.ok(network.firewalls.every((rule) => rule.network === network.clusters[0]?.network));
    assert.ok(network.firewalls.some(({ ports }) => Array.isArray(ports) && ports.includes("51871/udp")));
  });
});
