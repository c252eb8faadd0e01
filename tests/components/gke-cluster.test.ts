import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readGcp } from "../../clouds/gcp/read";
import { GkeCluster, type GkeClusterArgs } from "../../components/gke-cluster";
import type { Resource } from "../../network/model/resource";
import { isUnknown } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { type Recording, record } from "../../recorder/record";

const ARGS: GkeClusterArgs = {
  region: "europe-west3",
  ranges: {
    nodes: "10.64.0.0/20",
    pods: "10.80.0.0/17",
    services: "10.96.0.0/20",
    controlPlane: "10.98.0.0/28",
  },
  nodes: { min: 3, max: 9 },
  gateway: { asn: 64513 },
  peers: [
    { name: "dublin", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" },
    { name: "amsterdam", nodes: "10.66.0.0/20", pods: "10.82.0.0/17" },
  ],
  agent: {
    loadBalancer: [{ subnet: "nodes", address: "10.64.0.10" }],
    mesh: [
      { name: "dublin", addresses: ["10.65.0.10"], nodes: "10.65.0.0/20" },
      { name: "frankfurt", addresses: ["10.64.0.10"], nodes: "10.64.0.0/20" },
    ],
  },
  ca: { cert: "certificate in PEM", key: pulumi.secret("key in PEM") },
  tags: { Owner: "Platform Team" },
};

function make(args: Partial<GkeClusterArgs> = {}, name = "frankfurt"): Promise<Recording> {
  return record(() => {
    new GkeCluster(name, { ...ARGS, ...args });
  });
}

function ofType({ resources }: Recording, type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

function only(recording: Recording, type: string): Resource {
  const [found, ...others] = ofType(recording, type);
  assert.ok(found && others.length === 0, `one ${type}`);
  return found;
}

describe("GkeCluster", () => {
  let recording: Recording;
  before(async () => {
    recording = await make();
    assert.deepEqual(recording.failures, []);
  });

  it("is private: nodes without public addresses, an API server for nobody outside", () => {
    const { props } = only(recording, "gcp:container/cluster:Cluster");
    assert.deepEqual(props.privateClusterConfig, {
      enablePrivateNodes: true,
      enablePrivateEndpoint: true,
      masterIpv4CidrBlock: "10.98.0.0/28",
      masterGlobalAccessConfig: { enabled: true },
    });
    assert.deepEqual(props.masterAuthorizedNetworksConfig, {
      cidrBlocks: [],
      gcpPublicCidrsAccessEnabled: false,
    });
    assert.equal(props.datapathProvider, "LEGACY_DATAPATH");
  });

  it("opens its API server to whom the arguments name, and to nobody else", async () => {
    const { props } = only(
      await make({ api: { access: ["198.51.100.0/24"] } }),
      "gcp:container/cluster:Cluster",
    );
    assert.equal((props.privateClusterConfig as Record<string, unknown>).enablePrivateEndpoint, false);
    assert.deepEqual(props.masterAuthorizedNetworksConfig, {
      cidrBlocks: [{ cidrBlock: "198.51.100.0/24", displayName: "api.access" }],
      gcpPublicCidrsAccessEnabled: false,
    });
  });

  it("is found by its own name, and says its region on everything that has one", () => {
    assert.equal(only(recording, "gcp:container/cluster:Cluster").name, "frankfurt");
    const places = [
      "subnetwork:Subnetwork",
      "router:Router",
      "routerNat:RouterNat",
      "address:Address",
      "haVpnGateway:HaVpnGateway",
    ];
    for (const type of places) {
      for (const { props } of ofType(recording, `gcp:compute/${type}`))
        assert.equal(props.region, "europe-west3");
    }
    for (const type of ["cluster:Cluster", "nodePool:NodePool"]) {
      assert.equal(only(recording, `gcp:container/${type}`).props.location, "europe-west3");
    }
  });

  it("lets nodes wait for the agent, and keeps pods off until it runs there", () => {
    const pool = only(recording, "gcp:container/nodePool:NodePool");
    const { taints } = pool.props.nodeConfig as Record<string, unknown>;
    assert.deepEqual(taints, [
      { key: "node.cilium.io/agent-not-ready", value: "true", effect: "NO_EXECUTE" },
    ]);
    assert.deepEqual(pool.props.autoscaling, {
      totalMinNodeCount: 3,
      totalMaxNodeCount: 9,
      locationPolicy: "BALANCED",
    });
    const release = only(recording, "kubernetes:helm.sh/v3:Release");
    assert.ok(pool.dependencies.includes(release.urn));
  });

  it("reserves the agent's address before the agent asks for it", () => {
    const address = only(recording, "gcp:compute/address:Address");
    assert.equal(address.props.address, "10.64.0.10");
    assert.equal(address.props.addressType, "INTERNAL");
    const release = only(recording, "kubernetes:helm.sh/v3:Release");
    const provider = recording.resources.find(({ urn }) => urn === release.provider);
    assert.ok(provider?.dependencies.includes(address.urn));
  });

  it("opens nothing to the world, and to a peer's nodes the agent's ports only", () => {
    const rules = readGcp(new ResourceIndex(recording.resources)).firewalls;
    assert.ok(rules.every(({ sources }) => !isUnknown(sources) && !sources.includes("0.0.0.0/0")));
    const fromDublin = rules.filter(({ sources }) => !isUnknown(sources) && sources.includes("10.65.0.0/20"));
    assert.equal(fromDublin.length, 1);
    assert.deepEqual(fromDublin[0]?.ports, ["51871/udp", "4240/tcp", "2379/tcp", "icmp"]);
  });

  it("changes nothing that is there when a peer is added", async () => {
    const peers = [{ name: "belfast", nodes: "10.67.0.0/20", pods: "10.83.0.0/17" }, ...(ARGS.peers ?? [])];
    const grown = await make({ peers });
    const firewall = (resource: Resource) => resource.type === "gcp:compute/firewall:Firewall";
    const urns = new Set(recording.resources.map(({ urn }) => urn));
    const added = grown.resources.filter(({ urn }) => !urns.has(urn));
    assert.deepEqual(
      added.map(({ name }) => name),
      ["frankfurt--belfast"],
    );
    assert.deepEqual(
      grown.resources
        .filter((resource) => firewall(resource) && urns.has(resource.urn))
        .map(({ props }) => props),
      recording.resources.filter(firewall).map(({ props }) => props),
    );
  });

  it("says in its resources what it was told", () => {
    const network = readGcp(new ResourceIndex(recording.resources));
    const vpc = only(recording, "gcp:compute/network:Network").urn;
    const cluster = only(recording, "gcp:container/cluster:Cluster").urn;
    assert.deepEqual(
      network.ranges.map(({ use, cidr, owner }) => [use, cidr, owner]),
      [
        ["nodes", "10.64.0.0/20", vpc],
        ["pods", "10.80.0.0/17", cluster],
        ["services", "10.96.0.0/20", cluster],
        ["controlPlane", "10.98.0.0/28", cluster],
      ],
    );
    const [found] = network.clusters;
    assert.deepEqual(
      [found?.name, found?.region, found?.network, found?.apiAccess],
      ["frankfurt", "europe-west3", vpc, []],
    );
    const [gateway] = network.gateways;
    assert.deepEqual(
      [gateway?.asn, gateway?.networks, gateway?.advertises],
      [64513, [vpc], ["10.64.0.0/20"]],
    );
  });

  it("encrypts Secrets with a key of its own, and gives nodes an account of their own", () => {
    const { props, propertyDependencies } = only(recording, "gcp:container/cluster:Cluster");
    assert.equal((props.databaseEncryption as Record<string, unknown>).state, "ENCRYPTED");
    const key = only(recording, "gcp:kms/cryptoKey:CryptoKey").urn;
    assert.ok(propertyDependencies.databaseEncryption?.includes(key));
    assert.equal(
      only(recording, "gcp:projects/iAMMember:IAMMember").props.role,
      "roles/container.defaultNodeServiceAccount",
    );
  });

  it("keeps every secret out of sight", () => {
    assert.doesNotMatch(JSON.stringify(recording.resources), /in PEM/);
    assert.ok(isUnknown(only(recording, "pulumi:providers:kubernetes").props.kubeconfig));
  });

  it("labels what takes labels, in Google's letters", () => {
    const { resourceLabels } = only(recording, "gcp:container/cluster:Cluster").props;
    assert.deepEqual(resourceLabels, {
      owner: "platform-team",
      "isthmus-member": "frankfurt",
      "isthmus-resource": "frankfurt",
    });
  });

  it("has no gateway and no reserved address unless it is asked for", async () => {
    const alone = await make({ gateway: undefined, peers: undefined, agent: undefined, ca: undefined });
    assert.deepEqual(alone.failures, []);
    assert.deepEqual(ofType(alone, "gcp:compute/haVpnGateway:HaVpnGateway"), []);
    assert.deepEqual(ofType(alone, "gcp:compute/address:Address"), []);
    assert.equal(ofType(alone, "gcp:compute/router:Router").length, 1);
  });

  it("asks a cloud nothing: the preview needs no account", () => {
    assert.deepEqual(recording.invokes, []);
  });

  it("takes the longest name that a member may have", async () => {
    const name = `f${"-1".repeat(15)}x`;
    const { failures, resources } = await make({}, name);
    assert.deepEqual(failures, []);
    const longest = (type: string) =>
      Math.max(
        ...resources.filter((resource) => resource.type === type).map((resource) => resource.name.length),
      );
    // Automatic naming adds 8; GKE takes 40 characters, a service account 30, the others 63.
    assert.ok(longest("gcp:container/cluster:Cluster") <= 32);
    assert.ok(longest("gcp:container/nodePool:NodePool") <= 32);
    assert.ok(longest("gcp:serviceaccount/account:Account") <= 22);
    assert.ok(longest("gcp:compute/firewall:Firewall") <= 55);
  });

  it("says in one line what it lacks", async () => {
    const { controlPlane: _controlPlane, ...ranges } = ARGS.ranges;
    const [failure] = (await make({ ranges })).failures;
    assert.match(String(failure), /frankfurt: ranges\.controlPlane: A GKE cluster needs a range/);
  });

  it("refuses ranges that overlap", async () => {
    const { logs } = await make({ ranges: { ...ARGS.ranges, pods: "10.64.0.0/17" } });
    assert.ok(logs.some(({ severity, message }) => severity === "error" && /overlap/.test(message)));
  });
});
