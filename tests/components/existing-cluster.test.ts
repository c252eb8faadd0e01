import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Mesh, type MeshArgs } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { reachOf } from "../../inventory/reach";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { planMesh } from "../../network/plan/plan";
import type { ExistingSpec } from "../../network/spec/existing-shape";
import type { MemberSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { dumpText } from "../../recorder/dump";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const GROUP =
  "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/net/providers/Microsoft.Network";

function member(
  cloud: MemberSpec["cloud"],
  region: string,
  block: number,
  existing: ExistingSpec,
): MemberSpec {
  return {
    ...{ cloud, region, existing },
    nodes: { range: `10.${block}.0.0/18` },
    pods: `10.${block + 100}.0.0/17`,
    services: `172.${block}.0.0/20`,
  };
}

const dublin = member("aws", "eu-west-1", 20, {
  network: { id: "vpc-0123456789abcdef0", ranges: ["10.20.0.0/16"] },
  cluster: {
    subnets: Object.fromEntries(
      ["a", "b"].map((zone, index) => [
        `nodes-${zone}`,
        {
          id: `subnet-0123456789abcdef${index}`,
          range: `10.20.${16 * index}.0/20`,
          zone: `eu-west-1${zone}`,
          routeTable: `rtb-0123456789abcdef${index}`,
          address: `10.20.${16 * index}.10`,
        },
      ]),
    ),
    securityGroup: "sg-0123456789abcdef0",
    autoScalingGroups: ["workers", "more-workers"],
  },
});
const frankfurt = member("gcp", "europe-west3", 21, {
  network: { id: "projects/my-project/global/networks/main", ranges: ["10.21.0.0/18"] },
  cluster: {
    subnets: {
      nodes: {
        id: "projects/my-project/regions/europe-west3/subnetworks/nodes",
        range: "10.21.0.0/18",
        address: "10.21.0.10",
      },
    },
  },
});
const amsterdam: MemberSpec = {
  ...member("azure", "westeurope", 22, {
    network: { id: `${GROUP}/virtualNetworks/main`, ranges: ["10.22.0.0/16"] },
    cluster: {
      subnets: { nodes: { range: "10.22.0.0/18", address: "10.22.0.10" } },
      securityGroup: `${GROUP}/networkSecurityGroups/nodes`,
    },
  }),
  gateway: { range: "10.22.255.0/27" },
};
const members = { amsterdam, dublin, frankfurt };

const KUBECONFIG = JSON.stringify({
  "current-context": "main",
  contexts: [{ name: "main", context: { cluster: "main", user: "main" } }],
  clusters: [{ name: "main", cluster: { server: "https://192.0.2.10:6443" } }],
  users: [{ name: "main", user: { token: "for-no-eyes" } }],
});

function kubeconfigs(names: string[]): NonNullable<MeshArgs["kubeconfigs"]> {
  return Object.fromEntries(names.map((name) => [name, pulumi.secret(KUBECONFIG)]));
}

async function made(given: MeshArgs["kubeconfigs"], spec: MeshArgs = { members }) {
  const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
  const args = { ...spec, lock: formatLock(lock), ...(given ? { kubeconfigs: given } : {}) };
  return { plan, ...(await record(() => new Mesh("mesh", args))) };
}

describe("members that bring their clusters", () => {
  let mesh: Awaited<ReturnType<typeof made>>;
  before(async () => {
    mesh = await made(kubeconfigs(Object.keys(members)));
    assert.deepEqual(mesh.failures, []);
  });

  it("have no cluster, no nodes and no subnet for them made", () => {
    const types = mesh.resources.map(({ type }) => type);
    for (const kind of ["eks/cluster", "eks/nodeGroup", "container/cluster", "container/nodePool"])
      assert.ok(
        types.every((type) => !type.includes(kind)),
        kind,
      );
    assert.ok(types.every((type) => !type.endsWith("ManagedCluster")));
    const subnets = mesh.resources.filter(({ type }) => /:Subnet(work)?$/.test(type));
    assert.deepEqual(
      subnets.map(({ name }) => name),
      ["amsterdam-gateway-subnet"],
    );
  });

  it("get the agent, its load balancer at the free addresses, and a gateway", () => {
    const { resources, plan } = mesh;
    const typed = (suffix: string) => resources.filter(({ type }) => type.endsWith(suffix));
    assert.deepEqual(
      typed("v3:Release").map(({ name }) => name),
      ["amsterdam-agent-cilium", "dublin-agent-cilium", "frankfurt-agent-cilium"],
    );
    assert.deepEqual(
      typed("lb/loadBalancer:LoadBalancer").map(({ props }) => props.subnetMappings),
      [
        [
          { subnetId: "subnet-0123456789abcdef0", privateIpv4Address: "10.20.0.10" },
          { subnetId: "subnet-0123456789abcdef1", privateIpv4Address: "10.20.16.10" },
        ],
      ],
    );
    assert.deepEqual(
      typed("autoscaling/attachment:Attachment").map(({ props }) => props.autoscalingGroupName),
      ["workers", "more-workers"],
    );
    assert.deepEqual(
      typed("compute/address:Address").map(({ props }) => [props.address, props.subnetwork]),
      [["10.21.0.10", "projects/my-project/regions/europe-west3/subnetworks/nodes"]],
    );
    assert.deepEqual(plan.members.amsterdam?.agent.loadBalancer, [
      { subnet: "nodes", address: "10.22.0.10" },
    ]);
    assert.equal(typed("transitGateway:TransitGateway").length, 1);
    assert.deepEqual(typed("VpcAttachment")[0]?.props.subnetIds, [
      "subnet-0123456789abcdef0",
      "subnet-0123456789abcdef1",
    ]);
  });

  it("get routes in their tables and permissions in their groups, and nothing that refuses others", () => {
    const { resources } = mesh;
    const routes = resources.filter(({ type }) => type === "aws:ec2/route:Route");
    assert.deepEqual([...new Set(routes.map(({ props }) => props.routeTableId))].sort(), [
      "rtb-0123456789abcdef0",
      "rtb-0123456789abcdef1",
    ]);
    const groups = resources
      .filter(({ type, props }) => type.endsWith("SecurityGroupIngressRule") && props.cidrIpv4 !== undefined)
      .map(({ name, props }) => [name.startsWith("dublin-agent"), props.securityGroupId]);
    for (const [ofBalancer, group] of groups) if (!ofBalancer) assert.equal(group, "sg-0123456789abcdef0");
    const azure = resources.filter(({ type }) => type.endsWith("network:SecurityRule"));
    assert.ok(azure.length > 0);
    for (const { props } of azure) {
      assert.deepEqual([props.resourceGroupName, props.networkSecurityGroupName], ["net", "nodes"]);
      assert.equal(props.access, "Allow");
    }
  });

  it("break no rule, and reach each other, their pods too", () => {
    const network = inventory(mesh.resources);
    for (const rule of mandatory) assert.deepEqual(violations(rule, network, {}), [], rule.name);
    const pairs = reachOf(network, "none");
    assert.equal(pairs.length, 12);
    for (const { from, to, layer, breaks } of pairs) assert.deepEqual(breaks, [], `${from} ${to} ${layer}`);
  });

  it("keep others out where isolation is strict, and are noticed where one does not", async () => {
    const traffic = [{ from: "dublin", to: "frankfurt", ports: ["443/tcp"] }];
    const strict = await made(kubeconfigs(Object.keys(members)), { members, traffic, isolation: "strict" });
    assert.deepEqual(strict.failures, []);
    const broken = (resources: typeof strict.resources) => {
      const network = inventory(resources);
      return mandatory.flatMap((rule) => violations(rule, network, {}).map(() => rule.name));
    };
    assert.deepEqual(broken(strict.resources), []);
    const left = strict.resources.filter(({ name }) => name !== "amsterdam-isolation");
    assert.equal(left.length, strict.resources.length - 1);
    assert.deepEqual([...new Set(broken(left))], ["reach-isolation-kept"]);
  });

  it("are noticed without one of the routes or permissions that were added to them", () => {
    const without = (drop: (one: (typeof mesh.resources)[number]) => boolean) => {
      const left = mesh.resources.filter((one) => !drop(one));
      assert.ok(left.length < mesh.resources.length);
      return reachOf(inventory(left), "none").flatMap(({ breaks }) => breaks.map(({ kind }) => kind));
    };
    const nodes = frankfurt.nodes?.range;
    const route = without(
      ({ type, props }) => type === "aws:ec2/route:Route" && props.destinationCidrBlock === nodes,
    );
    assert.ok(route.includes("black-hole"));
    const rule = without(({ type, name }) => type.endsWith("SecurityRule") && name === "amsterdam-agent-udp");
    assert.ok(rule.includes("firewall"));
  });

  it("keep their kubeconfigs secret", () => {
    assert.ok(!dumpText(mesh.registrations).includes("for-no-eyes"));
  });
});

describe("a member that brings its cluster", () => {
  it("is refused without a kubeconfig, and a kubeconfig without such a member, by name", async () => {
    const missing = await made(kubeconfigs(["amsterdam", "dublin"]));
    assert.match(String(missing.failures[0]), /kubeconfig: is missing: frankfurt brings its cluster/);
    const stray = await made(kubeconfigs([...Object.keys(members), "oslo"]));
    assert.match(
      String(stray.failures[0]),
      /kubeconfigs\.oslo: is for a member that brings its cluster, and oslo does not; those that do are amsterdam, dublin, frankfurt/,
    );
  });
});
