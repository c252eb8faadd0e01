import assert from "node:assert/strict";
import { testClouds } from "./client";
import { serverOf } from "./unreachable";

describe("functions of the simulated clouds", () => {
  const clouds = testClouds();

  it("find a transit gateway by its tags, in its region only", async () => {
    const aws = await clouds.provider("aws", { region: "eu-west-1" });
    const token = "aws:ec2transitgateway/getTransitGateway:getTransitGateway";
    const made = await aws.make("aws:ec2transitgateway/transitGateway:TransitGateway", "one", {
      region: "eu-west-1",
      tags: { Name: "dublin-gateway" },
    });
    const filters = [{ name: "tag:Name", values: ["dublin-gateway"] }];
    assert.equal((await aws.invoke(token, { filters })).id, made.id);
    await assert.rejects(aws.invoke(token, { filters, region: "us-east-1" }), /empty result/);
  });

  it("find a VPN gateway's addresses in Google Cloud", async () => {
    const gcp = await clouds.provider("gcp");
    const network = await gcp.make("gcp:compute/network:Network", "net", {});
    const made = await gcp.make("gcp:compute/haVpnGateway:HaVpnGateway", "one", {
      name: "gateway",
      region: "europe-west3",
      network: network.id,
    });
    const found = await gcp.invoke("gcp:compute/getHaVpnGateway:getHaVpnGateway", {
      name: "gateway",
      region: "europe-west3",
    });
    assert.deepEqual(found.vpnInterfaces, made.outputs.vpnInterfaces);
    await assert.rejects(
      gcp.invoke("gcp:compute/getHaVpnGateway:getHaVpnGateway", { name: "gateway", region: "us-east1" }),
      /notFound/,
    );
  });

  it("give the kubeconfig of a managed cluster, which leads to its private name", async () => {
    const azure = await clouds.provider("azure-native");
    await azure.make("azure-native:resources:ResourceGroup", "group", { resourceGroupName: "mesh" });
    const cluster = await azure.make("azure-native:containerservice:ManagedCluster", "amsterdam", {
      resourceGroupName: "mesh",
      location: "westeurope",
      dnsPrefix: "amsterdam",
      apiServerAccessProfile: { enablePrivateCluster: true },
    });
    const { kubeconfigs } = await azure.invoke(
      "azure-native:containerservice:listManagedClusterUserCredentials",
      {
        resourceGroupName: "mesh",
        resourceName: cluster.outputs.name,
      },
    );
    const [{ value }] = kubeconfigs as [{ value: string }];
    assert.equal(
      serverOf(Buffer.from(value, "base64").toString()),
      `https://${cluster.outputs.privateFQDN}:443`,
    );
  });
});
