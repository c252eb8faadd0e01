import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";

const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/net/providers";
const VNET = `${SUBSCRIPTION}/Microsoft.Network/virtualNetworks/main`;
const VPC = { id: "vpc-0123456789abcdef0", ranges: ["10.10.0.0/16"] };
const TGW = { id: "tgw-0123456789abcdef0", asn: 64520, routeTable: "tgw-rtb-0123456789abcdef0" };
const NETWORK = { id: "projects/my-project/global/networks/main", ranges: ["10.20.0.0/20"] };
const HA_VPN = {
  id: "projects/my-project/regions/europe-west3/vpnGateways/main",
  asn: 64530,
  router: "projects/my-project/regions/europe-west3/routers/main",
  addresses: ["198.51.100.10", "198.51.100.11"],
};
const VNG = {
  id: `${SUBSCRIPTION}/Microsoft.Network/virtualNetworkGateways/main`,
  asn: 65515,
  addresses: ["198.51.100.20", "198.51.100.21"],
  configurations: ["default", "activeActive"],
};

type Changes = Record<string, unknown>;
const aws = (existing: Changes, more: Changes = {}) => ({
  ...{ cloud: "aws", region: "eu-west-1", nodes: { range: "10.10.64.0/20" } },
  ...{ existing, ...more },
});
const gcp = (existing: Changes, more: Changes = {}) => ({
  ...{ cloud: "gcp", region: "europe-west3", nodes: { range: "10.20.64.0/20" } },
  ...{ existing, ...more },
});
const azure = (existing: Changes, more: Changes = {}) => ({
  ...{ cloud: "azure", region: "westeurope", nodes: { range: "10.30.64.0/20" } },
  ...{ existing, ...more },
});
const vnet = { id: VNET, ranges: ["10.30.0.0/16"] };

function faults(member: unknown): string[] {
  try {
    readSpec({ members: { dublin: member } });
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("what a member brings with it", () => {
  it("may be its network alone, or its network and gateway, in each cloud", () => {
    assert.deepEqual(faults(aws({ network: VPC })), []);
    assert.deepEqual(faults(aws({ network: { ...VPC, internetGateway: "igw-0123456789abcdef0" } })), []);
    assert.deepEqual(faults(aws({ network: VPC, gateway: TGW })), []);
    assert.deepEqual(faults(gcp({ network: NETWORK, gateway: HA_VPN })), []);
    assert.deepEqual(faults(azure({ network: vnet }, { gateway: { range: "10.30.255.0/27" } })), []);
    assert.deepEqual(faults(azure({ network: vnet, gateway: VNG })), []);
  });

  const refusals: [string, unknown, RegExp][] = [
    ["no network", aws({ gateway: TGW }), /^members\.dublin\.existing\.network: /],
    [
      "an id of another cloud's",
      aws({ network: { ...VPC, id: NETWORK.id } }),
      /existing\.network\.id: projects\/my-project\/global\/networks\/main is none: a VPC's id is like vpc-/,
    ],
    [
      "no place for its nodes",
      aws({ network: VPC }, { nodes: {} }),
      /^members\.dublin\.nodes\.range: is required in an existing network: give a free range of it for nodes$/,
    ],
    [
      "nodes outside its network",
      aws({ network: VPC }, { nodes: { range: "10.11.0.0/20" } }),
      /^members\.dublin\.nodes\.range: 10\.11\.0\.0\/20 lies in none of the network's ranges, 10\.10\.0\.0\/16$/,
    ],
    [
      "a new subnet over one that is there",
      gcp({ network: NETWORK }, { nodes: { range: "10.20.0.0/21" } }),
      /^members\.dublin\.nodes\.range: 10\.20\.0\.0\/21 overlaps a subnet that is there, 10\.20\.0\.0\/20$/,
    ],
    [
      "no place for a gateway's subnet",
      azure({ network: vnet }),
      /^members\.dublin\.gateway\.range: is required in an existing network: give a free range of it for its GatewaySubnet$/,
    ],
    [
      "a transit gateway without a table",
      aws({ network: VPC, gateway: { id: TGW.id, asn: 64520 } }),
      /^members\.dublin\.existing\.gateway\.routeTable: is required in aws: give the id of the route table/,
    ],
    [
      "a gateway without its addresses",
      gcp({ network: NETWORK, gateway: { ...HA_VPN, addresses: undefined } }),
      /existing\.gateway\.addresses: is required in gcp: give its two public addresses$/,
    ],
    [
      "a key of another cloud's gateway",
      azure({ network: vnet, gateway: { ...VNG, router: "main" } }),
      /existing\.gateway\.router: is only for gcp, and dublin is azure$/,
    ],
    [
      "an internet gateway where there is none",
      gcp({ network: { ...NETWORK, internetGateway: "igw-0123456789abcdef0" } }),
      /existing\.network\.internetGateway: is only for aws, and dublin is gcp$/,
    ],
    [
      "two gateways",
      aws({ network: VPC, gateway: TGW }, { gateway: { asn: 64600 } }),
      /^members\.dublin\.gateway\.asn: is for a gateway that isthmus makes, and existing\.gateway names one that is there$/,
    ],
  ];
  for (const [what, member, message] of refusals) {
    it(`is refused with ${what}, in one line that says what would be right`, () => {
      const [first = "", ...more] = faults(member);
      assert.deepEqual(more, []);
      assert.match(first, message);
    });
  }

  it("is nothing that a site has", () => {
    const office = {
      ...{ cloud: "site", ranges: ["192.168.40.0/22"], gateway: { address: "203.0.113.7", asn: 64900 } },
      existing: { network: VPC },
    };
    const [first] = faults(office);
    assert.match(first ?? "", /^members\.dublin\.existing: is only for aws, gcp, azure, and dublin is site$/);
  });
});
