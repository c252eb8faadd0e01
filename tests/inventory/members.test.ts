import assert from "node:assert/strict";
import { nameMembers } from "../../inventory/members";
import { distinctRanges } from "../../inventory/ranges";
import type { GatewayFact, Network } from "../../network/model/network";
import { emptyNetwork } from "../../network/model/network";
import { UNKNOWN } from "../../network/model/resource";
import { agent, cluster, range } from "../network/judge/example";

const VPC = "urn:pulumi:dev::app::aws:ec2/vpc:Vpc::hall";

const gateway = (networks: string[]): GatewayFact => {
  const urn = "urn:pulumi:dev::app::aws:ec2transitgateway/transitGateway:TransitGateway::hub";
  return { urn, cloud: "aws", region: "eu-west-1", networks, asn: 64512, origin: { urn } };
};

const named = (facts: Partial<Network>) =>
  nameMembers({ ...emptyNetwork(), ...facts }, [], (cloud) => cloud === "azure");

describe("members", () => {
  it("give their name to what belongs to their network", () => {
    const { network, members } = named({
      clusters: [cluster("dublin", { network: VPC })],
      ranges: [range({ cidr: "10.0.0.0/16", owner: VPC })],
      gateways: [gateway([VPC])],
      routes: [{ urn: "urn:route", network: VPC, destination: "10.1.0.0/16", origin: { urn: "urn:route" } }],
      firewalls: [{ urn: "urn:sg", network: VPC, sources: [], ports: [], origin: { urn: "urn:sg" } }],
    });
    const { ranges, gateways, routes, firewalls } = network;
    for (const [fact] of [ranges, gateways, routes, firewalls]) assert.equal(fact?.member, "dublin");
    assert.deepEqual(
      members.map(({ name, region, transit }) => [name, region, transit]),
      [["dublin", "eu-west-1", false]],
    );
  });

  it("are told apart where networks of two clouds have one logical name", () => {
    const other = "urn:pulumi:dev::app::gcp:compute/network:Network::hall";
    const { ranges } = named({
      ranges: [range({ cidr: "10.0.0.0/16", owner: VPC }), range({ cidr: "10.1.0.0/16", owner: other })],
    }).network;
    assert.deepEqual(
      ranges.map(({ member }) => member),
      ["hall", other],
    );
  });

  it("are networks and gateways by their own names where there is no one cluster", () => {
    assert.equal(
      named({ ranges: [range({ cidr: "10.0.0.0/16", owner: VPC })] }).network.ranges[0]?.member,
      "hall",
    );
    assert.equal(named({ gateways: [gateway([])] }).network.gateways[0]?.member, "hub");
    const two = [cluster("dublin", { network: VPC }), cluster("cork", { network: VPC })];
    assert.equal(named({ clusters: two, gateways: [gateway([VPC])] }).network.gateways[0]?.member, "hall");
  });

  it("are told apart where two clusters have one name", () => {
    const twins = [cluster("main"), cluster("main", { urn: "urn:other" })];
    assert.deepEqual(
      named({ clusters: twins }).members.map(({ name }) => name),
      ["urn:main", "urn:other"],
    );
  });

  it("own what an agent that names them allocates", () => {
    const cilium = agent("dublin", { cluster: undefined });
    const { network } = named({
      clusters: [cluster("dublin")],
      agents: [cilium],
      ranges: [range({ use: "pods", cidr: "10.8.0.0/16", owner: cilium.urn })],
    });
    assert.equal(network.agents[0]?.cluster, "urn:dublin");
    assert.deepEqual([network.ranges[0]?.owner, network.ranges[0]?.member], ["urn:dublin", "dublin"]);
  });
});

describe("distinctRanges", () => {
  it("keeps two subnets of one network that have the same range, and one that its network tells too", () => {
    const subnet = (urn: string) =>
      range({ use: "subnet", cidr: "10.0.0.0/20", owner: VPC, origin: { urn } });
    assert.equal(distinctRanges([subnet("urn:a"), subnet("urn:b")], []).length, 2);
    assert.equal(distinctRanges([subnet("urn:a"), subnet("urn:a")], []).length, 1);
    assert.equal(distinctRanges([subnet(VPC), subnet("urn:a")], []).length, 1);
  });

  const dublin = cluster("dublin", { network: VPC });
  const pods = (owner: string, cidr: typeof UNKNOWN | string = "10.8.0.0/16") =>
    range({ use: "pods", cidr, owner });

  it("keeps a range once that its owner tells twice, and that its network tells too", () => {
    assert.equal(distinctRanges([pods(dublin.urn), pods(dublin.urn)], []).length, 1);
    assert.deepEqual(
      distinctRanges([pods(VPC), pods(dublin.urn)], [dublin]).map(({ owner }) => owner),
      [dublin.urn],
    );
  });

  it("keeps equal ranges of two owners, and every range that is not known", () => {
    assert.equal(distinctRanges([pods("urn:one"), pods("urn:two")], []).length, 2);
    assert.equal(distinctRanges([pods(dublin.urn, UNKNOWN), pods(dublin.urn, UNKNOWN)], []).length, 2);
  });
});
