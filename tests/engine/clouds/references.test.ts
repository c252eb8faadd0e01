import assert from "node:assert/strict";
import { testClouds } from "./client";
import { objectsIn } from "./journal";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "azure-native:resources:ResourceGroup";
const VNET = "azure-native:network:VirtualNetwork";
const AZURE_SUBNET = "azure-native:network:Subnet";

describe("references between objects of the simulated clouds", () => {
  const clouds = testClouds();

  it("must lead to something that exists", async () => {
    const aws = await clouds.provider("aws");
    await assert.rejects(
      aws.make(SUBNET, "one", { vpcId: "vpc-00000000000000000", cidrBlock: "10.0.0.0/24" }),
      /NotFound: The Vpc 'vpc-00000000000000000' does not exist/,
    );
    const azure = await clouds.provider("azure-native");
    await assert.rejects(azure.make(VNET, "one", { resourceGroupName: "none" }), /ResourceGroupNotFound/);
    const gcp = await clouds.provider("gcp");
    await assert.rejects(
      gcp.make("gcp:container/nodePool:NodePool", "one", { location: "europe-west3", cluster: "none" }),
      /Error 404/,
    );
  });

  it("keep an object from being deleted while another uses it", async () => {
    const aws = await clouds.provider("aws");
    const vpc = await aws.make(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
    const subnet = await aws.make(SUBNET, "subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    await assert.rejects(aws.remove(VPC, "vpc", vpc.id), /DependencyViolation/);
    await aws.remove(SUBNET, "subnet", subnet.id);
    await aws.remove(VPC, "vpc", vpc.id);
    assert.deepEqual(objectsIn(clouds.directory()), []);

    const gcp = await clouds.provider("gcp");
    const network = await gcp.make("gcp:compute/network:Network", "net", {});
    await gcp.make("gcp:compute/firewall:Firewall", "rule", { network: network.id });
    await assert.rejects(
      gcp.remove("gcp:compute/network:Network", "net", network.id),
      /resourceInUseByAnotherResource/,
    );
  });

  it("keep a subnet whose network gateway still stands in it", async () => {
    const azure = await clouds.provider("azure-native");
    const resourceGroupName = "mesh";
    await azure.make(GROUP, "group", { resourceGroupName });
    await azure.make(VNET, "net", { resourceGroupName, virtualNetworkName: "net" });
    const inNet = { resourceGroupName, virtualNetworkName: "net" };
    const subnet = await azure.make(AZURE_SUBNET, "subnet", { ...inNet, addressPrefix: "10.0.0.0/27" });
    await azure.make("azure-native:network:VirtualNetworkGateway", "gateway", {
      resourceGroupName,
      ipConfigurations: [{ name: "instance-0", subnet: { id: subnet.id } }],
    });
    await assert.rejects(azure.remove(AZURE_SUBNET, "subnet", subnet.id), /InUseSubnetCannotBeDeleted/);
  });

  it("take along what a resource group holds", async () => {
    const azure = await clouds.provider("azure-native");
    const group = await azure.make(GROUP, "group", { resourceGroupName: "mesh" });
    await azure.make(GROUP, "other", { resourceGroupName: "other" });
    await azure.make(VNET, "net", { resourceGroupName: "mesh", virtualNetworkName: "net" });
    await azure.make(AZURE_SUBNET, "subnet", {
      resourceGroupName: "mesh",
      virtualNetworkName: "net",
      addressPrefix: "10.0.0.0/27",
    });
    await azure.remove(GROUP, "group", group.id);
    assert.deepEqual(
      objectsIn(clouds.directory()).map(({ name }) => name),
      ["other"],
    );
  });

  it("by name mean the object of that name beside them", async () => {
    const azure = await clouds.provider("azure-native");
    await azure.make(GROUP, "one", { resourceGroupName: "one" });
    await azure.make(GROUP, "two", { resourceGroupName: "two" });
    await azure.make(VNET, "net", { resourceGroupName: "one", virtualNetworkName: "net" });
    await assert.rejects(
      azure.make(AZURE_SUBNET, "subnet", { resourceGroupName: "two", virtualNetworkName: "net" }),
      /InvalidResourceReference/,
    );
  });

  it("end with a cluster for all that was installed in it", async () => {
    const gcp = await clouds.provider("gcp", { project: "mesh" });
    const cluster = await gcp.make("gcp:container/cluster:Cluster", "frankfurt", {
      location: "europe-west3",
      deletionProtection: false,
    });
    const kubeconfig = JSON.stringify({
      clusters: [{ cluster: { server: `https://${cluster.outputs.endpoint}` } }],
    });
    const kubernetes = await clouds.provider("kubernetes", { kubeconfig });
    await kubernetes.make("kubernetes:helm.sh/v3:Release", "agent", { name: "cilium", chart: "cilium" });
    await gcp.remove("gcp:container/cluster:Cluster", "frankfurt", cluster.id);
    assert.deepEqual(objectsIn(clouds.directory()), []);
  });

  it("do not open a cluster that is protected from deletion", async () => {
    const gcp = await clouds.provider("gcp");
    const cluster = await gcp.make("gcp:container/cluster:Cluster", "frankfurt", {
      location: "europe-west3",
    });
    await assert.rejects(
      gcp.remove("gcp:container/cluster:Cluster", "frankfurt", cluster.id),
      /deletion_protection/,
    );
  });

  it("of two rules in a security group to the same range are one too many", async () => {
    const aws = await clouds.provider("aws");
    const vpc = await aws.make(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
    const group = await aws.make("aws:ec2/securityGroup:SecurityGroup", "nodes", { vpcId: vpc.id });
    const rule = {
      securityGroupId: group.id,
      cidrIpv4: "10.1.0.0/16",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    };
    await aws.make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "one", rule);
    await assert.rejects(
      aws.make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "two", rule),
      /InvalidPermission.Duplicate/,
    );
    await aws.remove("aws:ec2/securityGroup:SecurityGroup", "nodes", group.id);
    assert.deepEqual(
      objectsIn(clouds.directory()).map(({ name }) => name),
      ["vpc"],
    );
  });
});
