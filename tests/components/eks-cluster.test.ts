import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { makeAwsEnd } from "../../clouds/aws/peering";
import { readAws } from "../../clouds/aws/read";
import { TYPES } from "../../clouds/aws/read/types";
import { EksCluster, type EksClusterArgs } from "../../components/eks-cluster";
import type { Resource } from "../../network/model/resource";
import { isUnknown } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { type Recording, record } from "../../recorder/record";
import { linkOf, TO_GCP } from "../clouds/aws/link-example";

const ARGS: EksClusterArgs = {
  region: "eu-west-1",
  zones: ["eu-west-1a", "eu-west-1b"],
  ranges: { nodes: "10.64.0.0/20", pods: "10.80.0.0/17", services: "10.96.0.0/20" },
  gateway: { asn: 64513, remote: ["10.65.0.0/20", "10.66.0.0/20"] },
  peers: [{ name: "frankfurt", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" }],
  agent: {
    clusterId: 1,
    loadBalancer: [
      { subnet: "nodes-a", address: "10.64.0.10" },
      { subnet: "nodes-b", address: "10.64.2.10" },
    ],
    mesh: [{ name: "frankfurt", addresses: ["10.65.0.10"], nodes: "10.65.0.0/20" }],
  },
  ca: { cert: "certificate", key: "testing-only-ca-key" },
};

describe("EKS cluster", () => {
  let recording: Recording;
  before(async () => {
    recording = await recordCluster(ARGS);
  });

  it("is described without a failure", () => {
    assert.deepEqual([recording.failures, recording.logs, recording.invokes], [[], [], []]);
  });

  it("has the member's name, and every resource under the component and in its region", () => {
    const cluster = one(recording, TYPES.cluster);
    assert.equal(cluster.name, "dublin");
    for (const resource of recording.resources.filter(({ type }) => /^aws:(?!iam)/.test(type))) {
      assert.equal(resource.props.region, "eu-west-1", resource.urn);
      assert.match(resource.parent ?? "", /isthmus:index:EksCluster::dublin$/);
    }
  });

  it("keeps its API server private", async () => {
    assert.deepEqual(accessOf(recording), [true, false, undefined]);
    const open = await recordCluster({ ...ARGS, api: { access: ["198.51.100.0/24"] } });
    assert.deepEqual(accessOf(open), [true, true, ["198.51.100.0/24"]]);
  });

  it("installs the network agent before any node, and CoreDNS after them", () => {
    const nodes = one(recording, "aws:eks/nodeGroup:NodeGroup");
    const agent = one(recording, "kubernetes:helm.sh/v3:Release");
    assert.ok(nodes.dependencies.includes(agent.urn));
    assert.ok(!agent.dependencies.includes(nodes.urn));
    assert.deepEqual(nodes.props.taints, [
      { key: "node.cilium.io/agent-not-ready", value: "true", effect: "NO_EXECUTE" },
    ]);
    const dns = recording.resources.find(({ name }) => name === "dublin-coredns");
    assert.ok(dns?.dependencies.includes(nodes.urn));
  });

  it("takes no agent of EKS's own", () => {
    assert.equal(one(recording, TYPES.cluster).props.bootstrapSelfManagedAddons, false);
    const addons = all(recording, "aws:eks/addon:Addon").map(({ props }) => props.addonName);
    assert.deepEqual(addons.sort(), ["coredns", "eks-pod-identity-agent", "kube-proxy"]);
  });

  it("lets nothing in from everywhere, and from a peer the agent's ports only", () => {
    const { firewalls } = readAws(new ResourceIndex(recording.resources));
    const inbound = firewalls.flatMap(({ direction, sources, ports }) => {
      if (direction === "out") return [];
      assert.ok(!isUnknown(sources) && !isUnknown(ports));
      return sources.map((source) => `${source} ${ports}`);
    });
    assert.deepEqual(inbound.sort(), [
      "10.65.0.0/20 2379/tcp",
      "10.65.0.0/20 4240/tcp",
      "10.65.0.0/20 51871/udp",
      "10.65.0.0/20 icmp",
    ]);
  });

  it("gives the agent's load balancer its planned addresses", () => {
    const balancer = one(recording, "aws:lb/loadBalancer:LoadBalancer");
    assert.equal(balancer.props.internal, true);
    const mappings = balancer.props.subnetMappings as { privateIpv4Address: string }[];
    assert.deepEqual(
      mappings.map((mapping) => mapping.privateIpv4Address),
      ["10.64.0.10", "10.64.2.10"],
    );
  });

  it("holds session tokens to the node, and encrypts disks and secrets", () => {
    const { props } = one(recording, "aws:ec2/launchTemplate:LaunchTemplate");
    assert.deepEqual(props.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    assert.match(JSON.stringify(props.blockDeviceMappings), /"encrypted":"true"/);
    assert.equal(one(recording, "aws:kms/key:Key").props.enableKeyRotation, true);
  });

  it("shows no secret in clear", () => {
    const provider = one(recording, "pulumi:providers:kubernetes");
    assert.ok(isUnknown(provider.props.kubeconfig));
    assert.doesNotMatch(JSON.stringify(recording.resources), /testing-only-ca-key/);
  });

  it("routes every remote prefix in every private table", () => {
    const { routes } = readAws(new ResourceIndex(recording.resources));
    assert.equal(routes.length, 4);
    const tables = new Set(
      recording.resources
        .filter(({ urn }) => routes.some((route) => route.urn === urn))
        .map(
          ({ propertyDependencies, props }) =>
            `${propertyDependencies.routeTableId} ${props.destinationCidrBlock}`,
        ),
    );
    assert.equal(tables.size, 4);
  });

  it("makes no gateway and no load balancer that nobody asked for", async () => {
    const alone = await recordCluster({ region: ARGS.region, ranges: ARGS.ranges });
    assert.deepEqual(alone.failures, []);
    const types = alone.resources.map(({ type }) => type).join();
    assert.doesNotMatch(types, /transitGateway|loadBalancer/);
    assert.equal(all(alone, "aws:ec2/natGateway:NatGateway").length, 3);
  });

  it("moves and renames nothing when a zone or a peer is added", async () => {
    const more = await recordCluster({
      ...ARGS,
      zones: ["eu-west-1c", "eu-west-1a", "eu-west-1b"],
      peers: [{ name: "amsterdam", nodes: "10.66.0.0/20", pods: "10.82.0.0/17" }, ...(ARGS.peers ?? [])],
    });
    const later = new Map(more.resources.map((resource) => [resource.urn, resource]));
    for (const { urn, type, props } of recording.resources) {
      assert.ok(later.has(urn), urn);
      if (type === TYPES.subnet) assert.deepEqual(later.get(urn)?.props, props);
    }
  });

  it("says in one line what is wrong with its arguments", async () => {
    const { failures } = await recordCluster({ ...ARGS, ranges: { ...ARGS.ranges, nodes: "10.64.0.0/26" } });
    assert.match(String(failures[0]), /ranges\.nodes: 10\.64\.0\.0\/26 is too small/);
  });

  it("reads back, with its link, as the network that was planned", async () => {
    const link = linkOf(TO_GCP);
    const { resources, failures } = await record(() => {
      const { gateway } = new EksCluster("dublin", ARGS);
      assert.ok(gateway);
      makeAwsEnd({
        link,
        side: "a",
        gateway,
        peer: { cloud: "gcp", addresses: ["203.0.113.1", "203.0.113.2"] },
        keys: link.tunnels.map(() => pulumi.secret("kTestingOnly")),
        parent: new pulumi.ComponentResource("isthmus:index:Link", "dublin-frankfurt", {}),
      });
    });
    assert.deepEqual(failures, []);
    const { ranges, clusters, gateways, tunnelEnds, routes } = readAws(new ResourceIndex(resources));

    const told = ranges.filter(({ use }) => use !== "subnet").map(({ use, cidr }) => `${use} ${cidr}`);
    assert.deepEqual(told, ["network 10.64.0.0/20", "services 10.96.0.0/20"]);
    const [cluster] = clusters;
    assert.deepEqual([cluster?.name, cluster?.region, cluster?.apiAccess], ["dublin", "eu-west-1", []]);
    const [gateway] = gateways;
    assert.equal(gateway?.asn, 64513);
    assert.deepEqual(gateway?.networks, [cluster?.network]);
    assert.deepEqual(
      tunnelEnds.map(({ gateway: at, address, peerAddress, asn, peerAsn, interface: own }) => [
        ...[at, address, peerAddress, asn, peerAsn, own],
      ]),
      link.tunnels.map(({ a, b }) => [gateway?.urn, a.address, b.address, a.asn, b.asn, a.interface]),
    );
    for (const route of routes)
      assert.deepEqual([route.network, route.via], [cluster?.network, gateway?.urn]);
    assert.deepEqual([...new Set(routes.map(({ destination }) => destination))].sort(), ARGS.gateway?.remote);
  });
});

function recordCluster(args: EksClusterArgs): Promise<Recording> {
  return record(() => {
    new EksCluster("dublin", args);
  });
}

function all({ resources }: Recording, type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

function one(recording: Recording, type: string): Resource {
  const [resource, ...more] = all(recording, type);
  assert.ok(resource && more.length === 0, `one ${type}`);
  return resource;
}

/** Private endpoint, public endpoint, and for whom. */
function accessOf(recording: Recording): unknown[] {
  const access = one(recording, TYPES.cluster).props.vpcConfig as Record<string, unknown>;
  return [access.endpointPrivateAccess, access.endpointPublicAccess, access.publicAccessCidrs];
}
