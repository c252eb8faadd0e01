import assert from "node:assert/strict";
import { InputError } from "../../../network/errors";
import { readSpec } from "../../../network/spec/read";

type Changes = Record<string, unknown>;

const subnet = {
  ...{ id: "subnet-0123456789abcdef0", range: "10.20.0.0/20", zone: "eu-west-1a" },
  ...{ routeTable: "rtb-0123456789abcdef0", address: "10.20.0.10" },
};
const cluster = {
  subnets: { "nodes-a": subnet },
  ...{ securityGroup: "sg-0123456789abcdef0", autoScalingGroups: ["workers"] },
};

function aws(changes: Changes = {}, more: Changes = {}) {
  return {
    ...{ cloud: "aws", region: "eu-west-1", pods: "10.120.0.0/17", services: "172.20.0.0/20" },
    nodes: { range: "10.20.0.0/18" },
    existing: {
      network: { id: "vpc-0123456789abcdef0", ranges: ["10.20.0.0/16"] },
      cluster: { ...cluster, ...changes },
    },
    ...more,
  };
}

function gcp(changes: Changes = {}) {
  const subnets = {
    nodes: {
      ...{ id: "projects/my-project/regions/europe-west3/subnetworks/nodes", range: "10.20.0.0/18" },
      address: "10.20.0.10",
    },
  };
  return {
    ...aws({}, { cloud: "gcp", region: "europe-west3" }),
    existing: {
      network: { id: "projects/my-project/global/networks/main", ranges: ["10.20.0.0/18"] },
      cluster: { subnets, ...changes },
    },
  };
}

function faults(member: unknown): string[] {
  try {
    readSpec({ members: { dublin: member } });
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("a cluster that a member brings", () => {
  it("is taken with its subnets and ranges", () => {
    assert.deepEqual(faults(aws()), []);
    assert.deepEqual(faults(gcp()), []);
  });

  const refusals: [string, unknown, RegExp][] = [
    [
      "no range of its pods",
      aws({}, { pods: undefined }),
      /^members\.dublin\.pods: is required of a cluster that is there/,
    ],
    [
      "no range of its Services",
      aws({}, { services: undefined }),
      /^members\.dublin\.services: is required of a cluster that is there/,
    ],
    [
      "a version to be made",
      aws({}, { kubernetes: "1.33" }),
      /^members\.dublin\.kubernetes: is for a cluster that isthmus makes/,
    ],
    [
      "a number of nodes to be made",
      aws({}, { nodes: { range: "10.20.0.0/18", max: 9 } }),
      /^members\.dublin\.nodes\.max: is for a cluster that isthmus makes/,
    ],
    [
      "no subnets",
      aws({ subnets: {} }),
      /existing\.cluster\.subnets: is empty: give the subnets of the nodes$/,
    ],
    [
      "a subnet outside its nodes' range",
      aws({ subnets: { a: { ...subnet, range: "10.20.64.0/20", address: "10.20.64.10" } } }),
      /subnets\.a\.range: 10\.20\.64\.0\/20 lies outside nodes\.range, 10\.20\.0\.0\/18$/,
    ],
    [
      "an address outside its subnet",
      aws({ subnets: { a: { ...subnet, address: "10.20.16.10" } } }),
      /subnets\.a\.address: 10\.20\.16\.10 lies outside the subnet, 10\.20\.0\.0\/20$/,
    ],
    [
      "a subnet without its route table",
      aws({ subnets: { a: { ...subnet, routeTable: undefined } } }),
      /subnets\.a\.routeTable: is required in aws$/,
    ],
    [
      "no group of its nodes",
      aws({ securityGroup: undefined }),
      /cluster\.securityGroup: is required in aws: a security group's id is like sg-/,
    ],
    [
      "a group of another form",
      aws({ securityGroup: "default" }),
      /securityGroup: default is none: a security group's id is like/,
    ],
    [
      "no scaling group",
      aws({ autoScalingGroups: undefined }),
      /cluster\.autoScalingGroups: is required in aws: name those of the nodes$/,
    ],
    [
      "a group where there are none",
      gcp({ securityGroup: "sg-0123456789abcdef0" }),
      /securityGroup: is only for aws, azure, and dublin is gcp$/,
    ],
    [
      "no free address for the agent",
      gcp({ subnets: { nodes: { id: "projects/p/regions/r/subnetworks/n", range: "10.20.0.0/18" } } }),
      /cluster\.subnets: one of them must give a free address for the agent's load balancer, and 0 do$/,
    ],
  ];
  for (const [what, member, message] of refusals) {
    it(`is refused with ${what}, in one line that says what would be right`, () => {
      const [first = "", ...more] = faults(member);
      assert.deepEqual(more, []);
      assert.match(first, message);
    });
  }
});
