import assert from "node:assert/strict";
import { join } from "node:path";
import { connect, testClouds } from "./client";
import { objectsIn, requestsIn } from "./journal";
import { UNKNOWN_VALUE } from "./properties";
import { serveClouds } from "./server";

const VPC = "aws:ec2/vpc:Vpc";
const NETWORK = "gcp:compute/network:Network";
const ROLE = "aws:iam/role:Role";

describe("simulated clouds", () => {
  const clouds = testClouds();

  it("hold what was created, with its inputs and with what only the cloud tells", async () => {
    const aws = await clouds.provider("aws", { region: "eu-north-1" });
    const vpc = await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16", tags: { Name: "one" } });

    const [object] = objectsIn(clouds.directory());
    assert.match(vpc.id, /^vpc-0[0-9a-f]{16}$/);
    assert.equal(object?.id, vpc.id);
    assert.equal(object?.inputs.cidrBlock, "10.0.0.0/16");
    assert.equal(object?.outputs.arn, `arn:aws:ec2:eu-north-1:123456789012:vpc/${vpc.id}`);
    assert.deepEqual(object?.outputs.tagsAll, { Name: "one" });
  });

  it("give the same ids for the same program in another account", async () => {
    const aws = await clouds.provider("aws");
    const first = await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    const elsewhere = await serveClouds(join(clouds.directory(), "elsewhere"));
    const other = await connect(elsewhere.port, "aws");
    const second = await other.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    other.close();
    elsewhere.close();
    assert.equal(second.id, first.id);
  });

  it("give another id to a resource that is made again", async () => {
    const aws = await clouds.provider("aws");
    const first = await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    await aws.remove(VPC, "one", first.id);
    const second = await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    assert.notEqual(first.id, second.id);
    assert.deepEqual(
      objectsIn(clouds.directory()).map(({ id }) => id),
      [second.id],
    );
  });

  it("make nothing at a preview, which leaves unknown what only a create tells", async () => {
    const aws = await clouds.provider("aws");
    const outputs = await aws.preview(VPC, "one", { cidrBlock: "10.0.0.0/16" });

    assert.equal(outputs.arn, UNKNOWN_VALUE);
    assert.equal(outputs.cidrBlock, "10.0.0.0/16");
    assert.deepEqual(objectsIn(clouds.directory()), []);
  });

  it("let a property that a preview does not know stay unknown", async () => {
    const azure = await clouds.provider("azure-native");
    const outputs = await azure.preview("azure-native:network:VirtualNetwork", "one", {
      resourceGroupName: UNKNOWN_VALUE,
      location: UNKNOWN_VALUE,
    });
    assert.equal(outputs.location, UNKNOWN_VALUE);
  });

  it("go on with what they held when another process takes over", async () => {
    const before = await clouds.provider("aws");
    const vpc = await before.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    before.close();
    await clouds.restart();

    const after = await clouds.provider("aws");
    const read = await after.read(VPC, "one", vpc.id);
    assert.equal(read.id, vpc.id);
    assert.deepEqual(read.inputs, vpc.inputs);
    assert.deepEqual(read.outputs, vpc.outputs);
  });

  it("change an object in place and tell what follows from it", async () => {
    const aws = await clouds.provider("aws");
    const vpc = await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16", tags: { Name: "one" } });
    const outputs = await aws.update(VPC, "one", vpc.id, { ...vpc.inputs, tags: { Name: "two" } });

    assert.deepEqual(outputs.tagsAll, { Name: "two" });
    assert.equal(outputs.mainRouteTableId, vpc.outputs.mainRouteTableId);
    assert.deepEqual((await aws.read(VPC, "one", vpc.id)).outputs, outputs);
  });

  it("count a launch template's versions", async () => {
    const aws = await clouds.provider("aws");
    const type = "aws:ec2/launchTemplate:LaunchTemplate";
    const made = await aws.make(type, "nodes", { imageId: "ami-1" });
    const outputs = await aws.update(type, "nodes", made.id, { ...made.inputs, imageId: "ami-2" });
    assert.equal(made.outputs.latestVersion, 1);
    assert.equal(outputs.latestVersion, 2);
  });

  it("say by an empty id that an object is gone, and take a second delete for done", async () => {
    const gcp = await clouds.provider("gcp", { project: "mesh" });
    const network = await gcp.make(NETWORK, "vpc", { autoCreateSubnetworks: false });
    assert.equal(network.id, `projects/mesh/global/networks/${network.inputs.name}`);

    await gcp.remove(NETWORK, "vpc", network.id);
    await gcp.remove(NETWORK, "vpc", network.id);
    assert.equal((await gcp.read(NETWORK, "vpc", network.id)).id, "");
  });

  it("refuse a second object of a name where the cloud does", async () => {
    const aws = await clouds.provider("aws");
    await aws.make(ROLE, "one", { name: "nodes", assumeRolePolicy: "{}" });
    await assert.rejects(
      aws.make(ROLE, "two", { name: "nodes", assumeRolePolicy: "{}" }),
      /EntityAlreadyExists/,
    );
    const azure = await clouds.provider("azure-native");
    const group = { resourceGroupName: "mesh", location: "westeurope" };
    await azure.make("azure-native:resources:ResourceGroup", "one", group);
    await assert.rejects(
      azure.make("azure-native:resources:ResourceGroup", "two", group),
      /cannot create already existing resource/,
    );
  });

  it("give the customer gateway that is there when the same one is asked for again", async () => {
    const aws = await clouds.provider("aws");
    const type = "aws:ec2/customerGateway:CustomerGateway";
    const peer = { type: "ipsec.1", ipAddress: "198.51.100.7", bgpAsn: "65010" };
    const first = await aws.make(type, "one", peer);
    const second = await aws.make(type, "one", peer);
    assert.equal(second.id, first.id);
    assert.equal(objectsIn(clouds.directory()).length, 1);
  });

  it("keep the name of what never quite goes: a key ring", async () => {
    const gcp = await clouds.provider("gcp");
    const type = "gcp:kms/keyRing:KeyRing";
    const ring = await gcp.make(type, "secrets", { location: "europe-west3", name: "secrets" });
    await gcp.remove(type, "secrets", ring.id);
    assert.deepEqual(objectsIn(clouds.directory()), []);
    await assert.rejects(
      gcp.make(type, "secrets", { location: "europe-west3", name: "secrets" }),
      /alreadyExists/,
    );
  });

  it("give every gateway and tunnel outside addresses of its own", async () => {
    const aws = await clouds.provider("aws");
    const gcp = await clouds.provider("gcp");
    const network = await gcp.make(NETWORK, "vpc", {});
    const gateways = [];
    for (const name of ["a", "b", "c"]) {
      gateways.push(
        await gcp.make("gcp:compute/haVpnGateway:HaVpnGateway", name, { region: "r", network: network.id }),
      );
    }
    const transit = await aws.make("aws:ec2transitgateway/transitGateway:TransitGateway", "t", {});
    const peer = await aws.make("aws:ec2/customerGateway:CustomerGateway", "p", {
      ipAddress: "198.51.100.7",
    });
    const connection = await aws.make("aws:ec2/vpnConnection:VpnConnection", "c", {
      customerGatewayId: peer.id,
      transitGatewayId: transit.id,
      tunnel1InsideCidr: "169.254.64.96/30",
    });
    const addresses = JSON.stringify([...gateways, connection]).match(/198\.1[89]\.\d+\.\d+/g) ?? [];
    assert.equal(addresses.length, 8);
    assert.equal(new Set(addresses).size, 8);
    assert.equal(connection.outputs.tunnel1VgwInsideAddress, "169.254.64.97");
  });

  it("write every request down", async () => {
    const aws = await clouds.provider("aws");
    await aws.make(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    await assert.rejects(aws.invoke("aws:ec2/getNothing:getNothing", {}));
    const requests = requestsIn(clouds.directory());
    assert.deepEqual(
      requests.map(({ method }) => method),
      ["Configure", "Check", "Create", "Invoke"],
    );
    assert.match(requests.at(-1)?.error ?? "", /no function/);
  });
});
