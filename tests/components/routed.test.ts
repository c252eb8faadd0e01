import assert from "node:assert/strict";
import { Mesh } from "../../components";
import { EksCluster } from "../../components/eks-cluster";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import type { Inventory } from "../../network/model/inventory";
import type { Resource } from "../../network/model/resource";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import type { Plan } from "../../network/plan/shape";
import type { MeshSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { agentsOf } from "../inventory/comparable";
import { mandatory } from "../policies/mandatory";

const spec: MeshSpec = {
  datapath: "routed",
  isolation: "strict",
  agent: { kind: "calico", encryption: "none" },
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
  },
  traffic: [
    { from: "dublin", to: "frankfurt", ports: ["443/tcp", "30000-32767/udp"] },
    { from: "frankfurt", to: "amsterdam", ports: ["443/tcp"] },
    { from: "amsterdam", to: "dublin" },
  ],
};

async function recorded(given: MeshSpec): Promise<{ plan: Plan; resources: Resource[] }> {
  const { plan, lock } = planMesh(given, emptyLock(), SOURCES);
  const { resources, failures } = await record(() => new Mesh("mesh", { ...given, lock: formatLock(lock) }));
  assert.deepEqual(failures, []);
  return { plan, resources };
}

function rangesOf(network: Inventory): string[] {
  const told = network.ranges
    .filter(({ use }) => use !== "subnet")
    .map(({ member, use, cidr }) => `${member} ${use} ${String(cidr)}`);
  return [...new Set(told)].sort();
}

function brokenRules(resources: Resource[]): string[] {
  const network = inventory(resources);
  return mandatory.flatMap((rule) => violations(rule, network, {}).map(() => rule.name));
}

describe("a mesh of three clouds whose pods are routed, with Calico", () => {
  let plan: Plan;
  let resources: Resource[];
  before(async () => {
    ({ plan, resources } = await recorded(spec));
  });

  const named = (name: string, type: RegExp): Resource => {
    const found = resources.find((one) => one.name === name && type.test(one.type));
    assert.ok(found, name);
    return found;
  };
  const rangeOf = (member: string): string => plan.members[member]?.ranges.pods ?? "";

  it("is the network that was planned", () => {
    const [found, planned] = [inventory(resources), plannedNetwork(plan)];
    assert.deepEqual(rangesOf(found), rangesOf(planned));
    assert.deepEqual(agentsOf(found), agentsOf(planned));
  });

  it("breaks no rule but that pods' traffic between nodes is in clear, which it is", () => {
    assert.deepEqual([...new Set(brokenRules(resources))], ["encryption-agent-enabled"]);
  });

  it("lets pods reach each other as traffic says, by its policies and firewalls", () => {
    const without = resources.filter(({ name }) => name !== "dublin-isolation");
    assert.ok(brokenRules(without).includes("reach-isolation-kept"));
    const shut = resources.filter(({ name }) => name !== "frankfurt--dublin--pods");
    assert.ok(brokenRules(shut).includes("reach-no-black-hole"));
  });

  it("gives EKS's pods a further range of the VPC, a subnet of it in each zone, and the way of their zone's nodes", () => {
    const association = named("dublin-pods", /VpcIpv4CidrBlockAssociation/);
    assert.equal(association.props.cidrBlock, rangeOf("dublin"));
    for (const letter of ["a", "b", "c"]) {
      const subnet = named(`dublin-pods-${letter}`, /subnet:Subnet$/);
      assert.equal(subnet.props.availabilityZone, `eu-west-1${letter}`);
      assert.ok(subnet.dependencies.includes(association.urn));
      const way = named(`dublin-pods-${letter}`, /routeTableAssociation/);
      assert.ok(
        way.propertyDependencies.routeTableId?.includes(
          named(`dublin-nodes-${letter}`, /routeTable:RouteTable$/).urn,
        ),
      );
    }
  });

  it("has EKS's own plugin before the nodes, and Calico's policies behind it", () => {
    const cni = named("dublin-vpc-cni", /addon/);
    const nodes = named("dublin-nodes", /nodeGroup/);
    assert.ok(nodes.dependencies.includes(cni.urn));
    assert.ok(nodes.dependencies.includes(named("dublin-agent-calico", /Release/).urn));
    const subnets = cni.propertyDependencies.configurationValues ?? [];
    for (const letter of ["a", "b", "c"])
      assert.ok(subnets.includes(named(`dublin-pods-${letter}`, /subnet:Subnet$/).urn));
    assert.ok(!("taints" in nodes.props));
    named("dublin-nodes-AmazonEKS_CNI_Policy", /RolePolicyAttachment/);
  });

  it("gives AKS's pods a subnet of their own, handed to AKS, which may attach them there", () => {
    const subnet = named("amsterdam-pods-subnet", /Subnet/);
    assert.equal(subnet.props.addressPrefix, rangeOf("amsterdam"));
    assert.deepEqual(subnet.props.delegations, [
      { name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" },
    ]);
    const { props, propertyDependencies } = named("amsterdam", /ManagedCluster/);
    const { networkProfile } = props;
    assert.equal((networkProfile as Record<string, unknown>).networkPlugin, "azure");
    assert.ok(propertyDependencies.agentPoolProfiles?.includes(subnet.urn));
    named("amsterdam-pods-network-grant", /RoleAssignment/);
    named("amsterdam-agent-configmap-azure-ip-masq-agent-config", /ConfigMap/);
  });

  it("lets GKE's own plugin give each pod an interface, its address wherever it goes, and packets that tunnels carry", () => {
    const { props } = named("frankfurt", /container\/cluster/);
    assert.equal(props.enableIntranodeVisibility, true);
    assert.deepEqual(props.defaultSnatStatus, { disabled: true });
    assert.equal(named("frankfurt-vpc", /Network/).props.mtu, 1406);
  });

  it("lets control planes reach Calico's API, and peers' nodes nothing", () => {
    assert.equal(named("dublin-nodes-from-control-plane-5443", /IngressRule/).props.fromPort, 5443);
    assert.match(JSON.stringify(named("frankfurt-control-plane", /firewall/).props.allows), /"5443"/);
    const between = resources.filter(({ name }) =>
      /^(dublin-nodes-from-(frankfurt|amsterdam)|frankfurt--(dublin|amsterdam)$|amsterdam-agent-(tcp|udp))/.test(
        name,
      ),
    );
    assert.deepEqual(
      between.map(({ name }) => name),
      [],
    );
  });

  it("tells every peer its pods' range", () => {
    for (const [name, member] of Object.entries(plan.members))
      assert.ok(member.gateway?.advertise.includes(rangeOf(name)), name);
  });
});

describe("a plan of routed pods", () => {
  const planned = (changes: Partial<MeshSpec>): Plan =>
    planMesh({ ...spec, ...changes }, emptyLock(), SOURCES).plan;

  it("refuses WireGuard on GKE by the member's name, with what to choose instead", () => {
    assert.throws(
      () => planned({ agent: { kind: "calico" } }),
      /members\.frankfurt\.agent\.encryption: wireguard does not run on GKE with Calico; give none/,
    );
  });

  it("refuses an overlay with a member on GKE", () => {
    assert.throws(
      () => planned({ datapath: "overlay" }),
      /members\.frankfurt\.agent\.datapath: overlay is nothing that Calico does on GKE/,
    );
  });

  it("cuts the pods' range for what nodes take in the zones that are used, and refuses one that cannot hold them", () => {
    const of = (dublin: object) =>
      planned({ members: { ...spec.members, dublin: { cloud: "aws", region: "eu-west-1", ...dublin } } })
        .members.dublin;
    assert.equal(of({ nodes: { max: 100 } })?.ranges.pods.split("/")[1], "16");
    assert.throws(
      () => of({ nodes: { max: 60 }, pods: "10.200.0.0/18" }),
      /holds 48 nodes of \/25 but nodes\.max is 60; a \/17 would do/,
    );
    assert.throws(() => of({ pods: "10.192.0.0/14" }), /aws takes a \/16 to a \/22 there/);
  });

  it("gives an overlay's plan no subnet for pods", () => {
    const { members } = planMesh({ members: spec.members }, emptyLock(), SOURCES).plan;
    for (const { subnets } of Object.values(members)) assert.ok(subnets.every(({ role }) => role !== "pods"));
  });
});

describe("an EKS cluster alone with Calico", () => {
  const args = {
    region: "eu-west-1",
    ranges: { nodes: "10.64.0.0/20", pods: "10.80.0.0/17", services: "10.96.0.0/20" },
  };

  it("in an overlay has no plugin of EKS's, and its nodes come after Calico", async () => {
    const { resources, failures } = await record(
      () => new EksCluster("dublin", { ...args, agent: { kind: "calico" } }),
    );
    assert.deepEqual(failures, []);
    assert.ok(!resources.some(({ name }) => /vpc-cni|dublin-pods/.test(name)));
    const agent = resources.find(({ name }) => name === "dublin-agent-calico");
    const nodes = resources.find(({ name }) => name === "dublin-nodes");
    assert.ok(agent);
    assert.ok(
      resources.some(({ type, dependencies }) => /nodeGroup/.test(type) && dependencies.includes(agent.urn)),
    );
    assert.ok(nodes);
    assert.deepEqual(brokenRules(resources), []);
  });

  it("reaches and tells pods' ranges where they are routed, also without being told to", async () => {
    const peers = [{ name: "oslo", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" }];
    const agent = { kind: "calico", datapath: "routed" } as const;
    const { resources, failures } = await record(
      () => new EksCluster("dublin", { ...args, agent, peers, gateway: { asn: 64513 } }),
    );
    assert.deepEqual(failures, []);
    const routes = resources
      .filter(({ type }) => type === "aws:ec2/route:Route")
      .map(({ props }) => props.destinationCidrBlock);
    assert.ok(routes.includes("10.81.0.0/17") && routes.includes("10.65.0.0/20"));
  });
});
