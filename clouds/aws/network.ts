import * as ec2 from "@pulumi/aws/ec2";
import type { SubnetPlan } from "../../network/plan/shape";
import { type AwsMember, type Subnets, subnetsWithRole, tagsOf } from "./member";

/** A VPC with a private, a public and a transit subnet in each zone. */
export interface AwsNetwork {
  vpc: ec2.Vpc;
  subnets: Subnets;
}

/** In a VPC that is there, the subnets alone: its default security group is somebody's. */
export function makeNetwork(member: AwsMember): AwsNetwork {
  const vpc = existingVpc(member) ?? makeVpc(member);
  return { vpc, subnets: makeSubnets(member, vpc, makePodsRange(member, vpc)) };
}

function makeVpc(member: AwsMember): ec2.Vpc {
  const { plan, parent } = member;
  const vpc = new ec2.Vpc(
    `${plan.name}-vpc`,
    {
      region: plan.region,
      cidrBlock: plan.ranges.nodes,
      // The private API endpoint is found by the VPC's own DNS.
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: tagsOf(member, "vpc"),
    },
    { parent },
  );
  lockDefaultSecurityGroup(member, vpc);
  return vpc;
}

/** Read, with what the spec says of it until AWS has said what is so. */
export function existingVpc({ plan, parent }: AwsMember): ec2.Vpc | undefined {
  const { existing, name, region } = plan;
  if (!existing) return undefined;
  const { id, ranges } = existing.network;
  return ec2.Vpc.get(`${name}-vpc`, id, { region, cidrBlock: ranges[0] }, { parent });
}

/** Without a rule: what is put in it by mistake reaches nothing. */
function lockDefaultSecurityGroup(member: AwsMember, vpc: ec2.Vpc): void {
  const { plan, parent } = member;
  new ec2.DefaultSecurityGroup(
    `${plan.name}-default`,
    { region: plan.region, vpcId: vpc.id, ingress: [], egress: [], tags: tagsOf(member, "default-locked") },
    { parent },
  );
}

/** Pods that are routed have a further range of the VPC; in one that is there, a part of its own. */
function makePodsRange(member: AwsMember, vpc: ec2.Vpc): ec2.VpcIpv4CidrBlockAssociation | undefined {
  const { plan, parent } = member;
  if (plan.existing || subnetsWithRole(member, "pods").length === 0) return undefined;
  return new ec2.VpcIpv4CidrBlockAssociation(
    `${plan.name}-pods`,
    { region: plan.region, vpcId: vpc.id, cidrBlock: plan.ranges.pods },
    { parent },
  );
}

function makeSubnets(
  member: AwsMember,
  vpc: ec2.Vpc,
  pods: ec2.VpcIpv4CidrBlockAssociation | undefined,
): Subnets {
  const { plan, parent } = member;
  return Object.fromEntries(
    plan.subnets.map(({ name, role, zone, range }) => [
      name,
      new ec2.Subnet(
        `${plan.name}-${name}`,
        {
          region: plan.region,
          vpcId: vpc.id,
          cidrBlock: range,
          availabilityZone: zone,
          mapPublicIpOnLaunch: false,
          tags: { ...tagsOf(member, name), ...LOAD_BALANCER_TAGS[role] },
        },
        { parent, ...(pods && role === "pods" ? { dependsOn: [pods] } : {}) },
      ),
    ]),
  );
}

/** Where Kubernetes may put its load balancers (Amazon EKS user guide, "VPC and subnet requirements", 2024-12). */
const LOAD_BALANCER_TAGS: Record<SubnetPlan["role"], Record<string, string>> = {
  nodes: { "kubernetes.io/role/internal-elb": "1" },
  pods: {},
  public: { "kubernetes.io/role/elb": "1" },
  transit: {},
  gateway: {},
};
