import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { makeAzureEnd } from "../../../clouds/azure/peering";
import type { GatewayArgs } from "../../../clouds/link-end";
import { text, valueAt } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import type { LinkPlan } from "../../../network/plan/shape";
import type { Cloud } from "../../../network/spec/shape";
import { record } from "../../../recorder/record";
import { TO_AWS, TO_GCP } from "./links";

const GATEWAY_ID = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw";
const KEY = "not-a-key-of-any-tunnel";

const gateway: GatewayArgs = {
  cloud: "azure",
  region: "westeurope",
  asn: 64513,
  id: GATEWAY_ID,
  resourceGroup: "amsterdam-group",
  addresses: ["198.51.100.1", "198.51.100.2"],
  advertise: ["10.64.0.0/20"],
};

class TestLink extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Link", name);
  }
}

/** Azure's end of a link, as it is registered. */
async function endOf(link: LinkPlan, cloud: Cloud, addresses: string[], own = gateway) {
  const recording = await record(() => {
    const keys = link.tunnels.map(() => pulumi.secret(KEY));
    makeAzureEnd({
      link,
      side: "a",
      gateway: own,
      peer: { cloud, addresses },
      keys,
      parent: new TestLink("link"),
    });
  });
  const ofType = (type: string): Resource[] =>
    recording.resources.filter((resource) => resource.type === `azure-native:network:${type}`);
  return {
    recording,
    peers: ofType("LocalNetworkGateway"),
    connections: ofType("VirtualNetworkGatewayConnection"),
  };
}

const AWS_ADDRESSES = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
const GCP_ADDRESSES = ["203.0.113.5", "203.0.113.6"];

/** The inside addresses that a connection names, by instance. */
function named(connection: Resource): unknown[] {
  return [0, 1].map((index) =>
    valueAt(connection.props, `gatewayCustomBgpIpAddresses.${index}.customBgpIpAddress`),
  );
}

describe("Azure's end of a link", () => {
  it("to AWS knows each AWS tunnel by its own outside and inside address", async () => {
    const { peers } = await endOf(TO_AWS, "aws", AWS_ADDRESSES);
    assert.deepEqual(
      peers.map(({ props }) => [
        text(props, "gatewayIpAddress"),
        text(props, "bgpSettings.bgpPeeringAddress"),
      ]),
      [
        ["203.0.113.1", "169.254.21.1"],
        ["203.0.113.2", "169.254.22.1"],
        ["203.0.113.3", "169.254.21.5"],
        ["203.0.113.4", "169.254.22.5"],
      ],
    );
    assert.ok(peers.every(({ props }) => valueAt(props, "bgpSettings.asn") === 64513));
    assert.ok(
      peers.every(({ props }) => props.localNetworkAddressSpace === undefined),
      "BGP tells the ranges",
    );
  });

  it("to AWS names an inside address for each instance on each of four connections", async () => {
    const { connections } = await endOf(TO_AWS, "aws", AWS_ADDRESSES);
    assert.deepEqual(connections.map(named), [
      ["169.254.21.2", "169.254.21.6"],
      ["169.254.22.2", "169.254.21.6"],
      ["169.254.21.2", "169.254.21.6"],
      ["169.254.21.2", "169.254.22.6"],
    ]);
    assert.equal(
      valueAt(connections[0]?.props, "gatewayCustomBgpIpAddresses.1.ipConfigurationId"),
      `${GATEWAY_ID}/ipConfigurations/instance-1`,
    );
  });

  it("to Google Cloud has two connections, each with both instances' addresses", async () => {
    const { peers, connections } = await endOf(TO_GCP, "gcp", GCP_ADDRESSES);
    assert.deepEqual(
      peers.map(({ props }) => [
        text(props, "gatewayIpAddress"),
        text(props, "bgpSettings.bgpPeeringAddress"),
      ]),
      [
        ["203.0.113.5", "169.254.21.9"],
        ["203.0.113.6", "169.254.21.13"],
      ],
    );
    assert.deepEqual(connections.map(named), [
      ["169.254.21.10", "169.254.21.14"],
      ["169.254.21.10", "169.254.21.14"],
    ]);
  });

  it("pins IKEv2 and one cipher a role, with ESP keys no older than the peer's", async () => {
    const aws = await endOf(TO_AWS, "aws", AWS_ADDRESSES);
    const gcp = await endOf(TO_GCP, "gcp", GCP_ADDRESSES);
    const policy = (connection: Resource | undefined) => valueAt(connection?.props, "ipsecPolicies.0");
    assert.deepEqual(policy(aws.connections[0]), {
      ikeEncryption: "GCMAES256",
      ikeIntegrity: "SHA384",
      dhGroup: "ECP384",
      ipsecEncryption: "GCMAES256",
      ipsecIntegrity: "GCMAES256",
      pfsGroup: "ECP384",
      saLifeTimeSeconds: 3600,
      saDataSizeKilobytes: 102_400_000,
    });
    assert.equal(valueAt(policy(gcp.connections[0]), "saLifeTimeSeconds"), 10_800);
    assert.ok(
      [...aws.connections, ...gcp.connections].every(({ props }) => props.connectionProtocol === "IKEv2"),
    );
  });

  it("keeps the pre-shared keys secret", async () => {
    const { recording, connections } = await endOf(TO_GCP, "gcp", GCP_ADDRESSES);
    assert.ok(!JSON.stringify(recording.resources).includes(KEY));
    assert.ok(connections.every(({ props }) => props.sharedKey !== undefined));
  });

  it("has names that Azure takes", async () => {
    const { peers, connections } = await endOf(TO_AWS, "aws", AWS_ADDRESSES);
    for (const { name } of [...peers, ...connections]) assert.match(name, /^[a-z0-9][-_a-z0-9]+$/);
  });

  it("refuses a gateway whose resource group is not told, and a peer with too few addresses", async () => {
    const { resourceGroup: _resourceGroup, ...homeless } = gateway;
    const failureOf = async (...end: Parameters<typeof endOf>) =>
      String((await endOf(...end)).recording.failures[0]);
    assert.match(await failureOf(TO_GCP, "gcp", GCP_ADDRESSES, homeless), /name of its resource group/);
    assert.match(await failureOf(TO_GCP, "gcp", ["203.0.113.5"]), /no outside address for its interface 1/);
  });
});
