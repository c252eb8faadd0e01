import * as ec2 from "@pulumi/aws/ec2";
import type { SubnetPlan } from "../../network/plan/shape";
import { type AwsMember, type Subnets, subnetNamed, subnetsWithRole, tagsOf, type WithId } from "./member";

/** One private route table a zone. */
export interface NodeRoutes {
  /** By the names of the node subnets that they serve. */
  tables: Record<string, WithId>;
  /** The nodes' way to the internet: wait for it before starting any. */
  toInternet: ec2.Route[];
}

/**
 * The ways out: an internet gateway for the public subnets, and behind it one NAT gateway and one private table a zone, so
 * that a zone's failure stays in it. Transit subnets stay in the VPC's main table, which has the local route only.
 */
export function makeRoutes(member: AwsMember, vpc: ec2.Vpc, subnets: Subnets): NodeRoutes {
  const outlets = makePublicRoutes(member, vpc, subnets);
  const routes: NodeRoutes = { tables: {}, toInternet: [] };
  for (const subnet of subnetsWithRole(member, "nodes")) {
    const outlet = outlets.find(({ zone }) => zone === subnet.zone);
    const table = makeTable(member, vpc, subnets, subnet.name);
    routes.tables[subnet.name] = table;
    associatePods(member, subnet, table, subnets);
    if (!outlet) continue;
    const nat = makeNat(member, outlet, subnets);
    routes.toInternet.push(
      new ec2.Route(
        `${member.plan.name}-${subnet.name}-to-internet`,
        {
          region: member.plan.region,
          routeTableId: table.id,
          destinationCidrBlock: "0.0.0.0/0",
          natGatewayId: nat.id,
        },
        { parent: member.parent },
      ),
    );
  }
  return routes;
}

/** Pods that are routed leave by the table of their zone's nodes. */
function associatePods(member: AwsMember, nodes: SubnetPlan, table: ec2.RouteTable, subnets: Subnets): void {
  const { plan, parent } = member;
  for (const { name } of subnetsWithRole(member, "pods").filter(({ zone }) => zone === nodes.zone)) {
    new ec2.RouteTableAssociation(
      `${plan.name}-${name}`,
      { region: plan.region, subnetId: subnetNamed(subnets, name, "subnets").id, routeTableId: table.id },
      { parent },
    );
  }
}

/** A public subnet with the route that it sends by. */
interface Outlet extends SubnetPlan {
  toInternet: ec2.Route;
}

function makePublicRoutes(member: AwsMember, vpc: ec2.Vpc, subnets: Subnets): Outlet[] {
  const { plan, parent } = member;
  const { name, region } = plan;
  const existing = plan.existing?.network.internetGateway;
  const gateway = existing
    ? ec2.InternetGateway.get(`${name}-internet`, existing, { region, vpcId: vpc.id }, { parent })
    : new ec2.InternetGateway(
        `${name}-internet`,
        { region, vpcId: vpc.id, tags: tagsOf(member, "internet") },
        { parent },
      );
  return subnetsWithRole(member, "public").map((subnet) => {
    const table = makeTable(member, vpc, subnets, subnet.name);
    const toInternet = new ec2.Route(
      `${name}-${subnet.name}-to-internet`,
      { region, routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
      { parent },
    );
    return { ...subnet, toInternet };
  });
}

function makeTable(member: AwsMember, vpc: ec2.Vpc, subnets: Subnets, subnet: string): ec2.RouteTable {
  const { plan, parent } = member;
  const table = new ec2.RouteTable(
    `${plan.name}-${subnet}`,
    { region: plan.region, vpcId: vpc.id, tags: tagsOf(member, subnet) },
    { parent },
  );
  new ec2.RouteTableAssociation(
    `${plan.name}-${subnet}`,
    {
      region: plan.region,
      subnetId: subnetNamed(subnets, subnet, "subnets").id,
      routeTableId: table.id,
    },
    { parent },
  );
  return table;
}

function makeNat(member: AwsMember, outlet: Outlet, subnets: Subnets): ec2.NatGateway {
  const { plan, parent } = member;
  const name = `${plan.name}-${outlet.name}-nat`;
  const tags = tagsOf(member, `${outlet.name}-nat`);
  const address = new ec2.Eip(name, { region: plan.region, domain: "vpc", tags }, { parent });
  return new ec2.NatGateway(
    name,
    {
      region: plan.region,
      allocationId: address.id,
      subnetId: subnetNamed(subnets, outlet.name, "subnets").id,
      tags,
    },
    { parent, dependsOn: outlet.toInternet },
  );
}
