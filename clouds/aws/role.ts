import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { AwsMember } from "./member";

/** What a role may do, and who may take it. */
export interface RoleArgs {
  /** Last part of the logical name. */
  name: string;
  /** Example `"eks.amazonaws.com"`. */
  service: string;
  /** Names of AWS's own policies. */
  managed: string[];
  /** Single actions besides, on every resource: for calls that list and take no resource. */
  actions?: string[];
}

/** A role, and the grants that must stand before it is used. */
export interface GrantedRole {
  role: iam.Role;
  grants: pulumi.Resource[];
}

export function makeRole(member: AwsMember, args: RoleArgs): GrantedRole {
  const { plan, parent } = member;
  const name = `${plan.name}-${args.name}`;
  const role = new iam.Role(
    name,
    {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: args.service }, Action: "sts:AssumeRole" }],
      }),
      tags: plan.tags,
    },
    { parent },
  );
  const grants: pulumi.Resource[] = args.managed.map(
    (policy) =>
      new iam.RolePolicyAttachment(
        `${name}-${policy}`,
        { role: role.name, policyArn: `arn:${partition(plan.region)}:iam::aws:policy/${policy}` },
        { parent },
      ),
  );
  if (args.actions) {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: args.actions, Resource: "*" }],
    });
    grants.push(new iam.RolePolicy(`${name}-actions`, { role: role.name, policy }, { parent }));
  }
  return { role, grants };
}

/** The part of AWS that a region is in: ARNs begin with it. */
function partition(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
