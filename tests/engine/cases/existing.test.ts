import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { formatLock } from "../../../network/address/lock-text";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, startEngine } from "../engine";
import { REPOSITORY, writeProgram } from "../project";

const APPLY = ["up", "--yes", "--skip-preview", "--policy-pack", "policies"];

/** One program for what somebody else has (stack `there`) and for the mesh that uses it. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const { existsSync, readFileSync } = require("node:fs");

function there() {
  const ec2 = require("@pulumi/aws/ec2");
  const tgw = require("@pulumi/aws/ec2transitgateway");
  const compute = require("@pulumi/gcp/compute");
  const { ResourceGroup } = require("@pulumi/azure-native/resources");
  const network = require("@pulumi/azure-native/network");

  const vpc = new ec2.Vpc("theirs", { region: "eu-west-1", cidrBlock: "10.10.0.0/16" });
  const internet = new ec2.InternetGateway("theirs", { region: "eu-west-1", vpcId: vpc.id });
  const transit = new tgw.TransitGateway("theirs", { region: "eu-west-1", amazonSideAsn: 64520 });
  const table = new tgw.RouteTable("theirs", { region: "eu-west-1", transitGatewayId: transit.id });

  const cluster = new ec2.Vpc("theirs-cluster", { region: "eu-west-2", cidrBlock: "10.40.0.0/16" });
  const nodes = new ec2.SecurityGroup("theirs-nodes", { region: "eu-west-2", vpcId: cluster.id });
  const subnets = ["a", "b"].map((zone, index) => {
    const of = { region: "eu-west-2", vpcId: cluster.id };
    const subnet = new ec2.Subnet("theirs-" + zone, {
      ...of, cidrBlock: "10.40." + 16 * index + ".0/20", availabilityZone: "eu-west-2" + zone,
    });
    const table = new ec2.RouteTable("theirs-" + zone, of);
    new ec2.RouteTableAssociation("theirs-" + zone, { region: "eu-west-2", subnetId: subnet.id, routeTableId: table.id });
    return { id: subnet.id, table: table.id };
  });

  const main = new compute.Network("theirs", { autoCreateSubnetworks: false, routingMode: "GLOBAL" });
  const vpn = new compute.HaVpnGateway("theirs", { region: "europe-west3", network: main.id });
  const router = new compute.Router("theirs", { region: "europe-west3", network: main.id, bgp: { asn: 64530 } });

  const group = new ResourceGroup("theirs", { location: "westeurope" });
  const at = { resourceGroupName: group.name, location: "westeurope" };
  const vnet = new network.VirtualNetwork("theirs", { ...at, addressSpace: { addressPrefixes: ["10.30.0.0/16"] } });
  const subnet = new network.Subnet("theirs", {
    resourceGroupName: group.name, virtualNetworkName: vnet.name, subnetName: "GatewaySubnet", addressPrefix: "10.30.255.0/27",
  });
  const addresses = [0, 1].map((index) => new network.PublicIPAddress("theirs-" + index, {
    ...at, sku: { name: "Standard", tier: "Regional" }, publicIPAllocationMethod: "Static",
  }));
  const gateway = new network.VirtualNetworkGateway("theirs", {
    ...at, gatewayType: "Vpn", vpnType: "RouteBased", sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" }, activeActive: true, enableBgp: true,
    ipConfigurations: ["default", "activeActive"].map((name, index) => ({
      name, publicIPAddress: { id: addresses[index].id }, subnet: { id: subnet.id },
    })),
    bgpSettings: { asn: 65515 },
  });
  return {
    aws: { vpc: vpc.id, internet: internet.id, gateway: transit.id, table: table.id },
    cluster: { vpc: cluster.id, nodes: nodes.id, subnets },
    gcp: { vpc: main.id, gateway: vpn.id, router: router.id, addresses: vpn.vpnInterfaces.apply((all) => all.map((one) => one.ipAddress)) },
    azure: { vpc: vnet.id, gateway: gateway.id, addresses: addresses.map((one) => one.ipAddress) },
  };
}

function mesh() {
  const { Mesh } = require("./dist/components");
  const spec = JSON.parse(readFileSync("spec.json", "utf8"));
  const kubeconfigs = { cork: pulumi.secret(readFileSync("kubeconfig.json", "utf8")) };
  new Mesh("mesh", { ...spec, kubeconfigs, lock: readFileSync("spec.lock.yaml", "utf8") });
  return {};
}

module.exports = pulumi.getStack() === "there" ? there() : mesh();
`;

const outputs = z.object({
  aws: z.object({ vpc: z.string(), internet: z.string(), gateway: z.string(), table: z.string() }),
  cluster: z.object({
    ...{ vpc: z.string(), nodes: z.string() },
    subnets: z.array(z.object({ id: z.string(), table: z.string() })),
  }),
  gcp: z.object({ vpc: z.string(), gateway: z.string(), router: z.string(), addresses: z.array(z.string()) }),
  azure: z.object({ vpc: z.string(), gateway: z.string(), addresses: z.array(z.string()) }),
});

const verdict = z.looseObject({
  violations: z.array(z.looseObject({ rule: z.string(), level: z.string(), message: z.string() })),
});

type Theirs = z.infer<typeof outputs>;

/** How the API of a cluster that is there is reached: nothing but the agent is ever asked of it. */
const KUBECONFIG = JSON.stringify({
  ...{ apiVersion: "v1", kind: "Config", "current-context": "theirs" },
  contexts: [{ name: "theirs", context: { cluster: "theirs", user: "theirs" } }],
  clusters: [{ name: "theirs", cluster: { server: "https://theirs.example:6443" } }],
  users: [{ name: "theirs", user: { token: "for-no-eyes" } }],
});

function specOf({ aws, cluster, gcp, azure }: Theirs, ranges: string[]): MeshSpec {
  return {
    members: {
      cork: {
        cloud: "aws",
        region: "eu-west-2",
        nodes: { range: "10.40.0.0/18" },
        pods: "10.140.0.0/17",
        services: "172.20.0.0/20",
        existing: {
          network: { id: cluster.vpc, ranges: ["10.40.0.0/16"] },
          cluster: {
            subnets: Object.fromEntries(
              cluster.subnets.map(({ id, table }, index) => [
                `nodes-${"ab"[index]}`,
                {
                  ...{ id, range: `10.40.${16 * index}.0/20`, zone: `eu-west-2${"ab"[index]}` },
                  ...{ routeTable: table, address: `10.40.${16 * index}.10` },
                },
              ]),
            ),
            securityGroup: cluster.nodes,
            autoScalingGroups: ["workers"],
          },
        },
      },
      dublin: {
        cloud: "aws",
        region: "eu-west-1",
        nodes: { range: "10.10.64.0/20" },
        existing: {
          network: { id: aws.vpc, ranges, internetGateway: aws.internet },
          gateway: { id: aws.gateway, asn: 64520, routeTable: aws.table },
        },
      },
      frankfurt: {
        cloud: "gcp",
        region: "europe-west3",
        nodes: { range: "10.20.64.0/20" },
        existing: {
          network: { id: gcp.vpc, ranges: ["10.20.0.0/20"] },
          gateway: { id: gcp.gateway, asn: 64530, router: gcp.router, addresses: gcp.addresses },
        },
      },
      amsterdam: {
        cloud: "azure",
        region: "westeurope",
        nodes: { range: "10.30.64.0/20" },
        existing: {
          network: { id: azure.vpc, ranges: ["10.30.0.0/16"] },
          gateway: {
            ...{ id: azure.gateway, asn: 65515, addresses: azure.addresses },
            configurations: ["default", "activeActive"],
          },
        },
      },
    },
    traffic: [{ from: "dublin", to: "frankfurt" }],
  };
}

engineSuite("networks, gateways and clusters that are there, under the Pulumi engine", () => {
  let engine: Engine;
  let theirs: Theirs;
  const declare = (ranges: string[]): void => {
    const spec = specOf(theirs, ranges);
    const { lock } = planMesh(spec, emptyLock(), SOURCES);
    writeFileSync(join(engine.project, "spec.json"), JSON.stringify(spec));
    writeFileSync(join(engine.project, "spec.lock.yaml"), formatLock(lock));
    writeFileSync(join(engine.project, "kubeconfig.json"), KUBECONFIG);
  };
  const own = () => objectsIn(engine.clouds).filter(({ name }) => name.startsWith("theirs"));

  before(async () => {
    engine = await startEngine({
      environments: ["there", "dev"],
      project: (folder) => writeProgram(folder, PROGRAM),
    });
    const made = await engine.run(["up", "--yes", "--skip-preview"]);
    assert.equal(made.code, 0, made.stdout + made.stderr);
    theirs = outputs.parse(await engine.json(["stack", "output", "--json"]));
    assert.equal((await engine.run(["stack", "select", "dev"])).code, 0);
  });
  after(() => engine?.stop());

  it("pass a preview with the policy pack, where they are as the spec says", async () => {
    declare(["10.10.0.0/16"]);
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.equal(code, 0, stdout);
  });

  it("fail a preview where a range is not what the spec says, with both named", async () => {
    declare(["10.10.0.0/17"]);
    const { code, stdout } = await engine.run(["preview", "--policy-pack", "policies"]);
    assert.notEqual(code, 0);
    assert.match(stdout, /address-existing-declared/);
    assert.match(stdout, /dublin says [^.]*10\.10\.0\.0\/17, and its cloud says 10\.10\.0\.0\/16/);
  });

  it("are used as they are: the update changes nothing of them, and the next one nothing at all", async () => {
    declare(["10.10.0.0/16"]);
    const before = JSON.stringify(own());
    const { code, stdout, stderr } = await engine.run(APPLY);
    assert.equal(code, 0, stdout + stderr);
    assert.equal(JSON.stringify(own()), before);
    const again = await engine.run([...APPLY, "--expect-no-changes"]);
    assert.equal(again.code, 0, again.stdout);
  });

  it("are compared in a state that is given to isthmus check", async () => {
    const compared = async () => {
      assert.equal((await engine.run(["stack", "export", "--file", "state.json"])).code, 0);
      const command = [join(REPOSITORY, "dist/cli/main.js"), "check", "--from", "state.json", "--json"];
      const { stdout } = spawnSync(process.execPath, command, { cwd: engine.project, encoding: "utf8" });
      assert.ok(!stdout.includes("for-no-eyes"));
      return verdict.parse(JSON.parse(stdout)).violations.filter(({ level }) => level === "mandatory");
    };
    assert.deepEqual(await compared(), []);
    declare(["10.10.0.0/17"]);
    assert.equal((await engine.run(["up", "--yes", "--skip-preview"])).code, 0);
    // What follows from it, packets that go round between the whole and its part, is found besides.
    const first = (await compared()).find(({ rule }) => rule === "address-existing-declared");
    assert.match(first?.message ?? "", /10\.10\.0\.0\/17, and its cloud says 10\.10\.0\.0\/16/);
  });

  it("stay when the mesh goes", async () => {
    const { code, stdout } = await engine.run(["destroy", "--yes", "--skip-preview"]);
    assert.equal(code, 0, stdout);
    assert.deepEqual(objectsIn(engine.clouds), own());
  });
});
