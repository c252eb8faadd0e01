import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { AwsMember, Subnets, WithId } from "./member";
import { type AwsNetwork, existingVpc } from "./network";

/** A cluster that is there, as far as anything is joined to it: all by plain ids. */
export interface ExistingCluster {
  network: AwsNetwork;
  /** The subnets' route tables. */
  tables: Record<string, WithId>;
  /** The nodes' security group. */
  nodes: WithId;
  /** By what their attachments' names end in. */
  scalingGroups: Record<string, string>;
}

/** @throws InputError where the member says too little of it */
export function existingCluster(member: AwsMember): ExistingCluster {
  const cluster = member.plan.existing?.cluster;
  const vpc = existingVpc(member);
  if (!cluster || !vpc) throw new Error(`${member.plan.name} brings no cluster`);
  const { securityGroup, autoScalingGroups = [] } = cluster;
  if (securityGroup === undefined || autoScalingGroups.length === 0) {
    throw new InputError({
      path: `existing.cluster.${securityGroup === undefined ? "securityGroup" : "autoScalingGroups"}`,
      message:
        "is missing: an EKS cluster that is there needs its nodes' security group and Auto Scaling groups",
    });
  }
  const ids = (key: "id" | "routeTable"): Subnets =>
    Object.fromEntries(
      Object.entries(cluster.subnets).map(([name, subnet]) => {
        const id = subnet[key];
        if (id !== undefined) return [name, { id: pulumi.output(id) }];
        throw new InputError({ path: `existing.cluster.subnets.${name}.${key}`, message: "is missing" });
      }),
    );
  return {
    network: { vpc, subnets: ids("id") },
    tables: ids("routeTable"),
    nodes: { id: pulumi.output(securityGroup) },
    scalingGroups: Object.fromEntries(autoScalingGroups.map((group) => [`-${group}`, group])),
  };
}
