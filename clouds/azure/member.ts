import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import type { MemberPlan, SubnetPlan } from "../../network/plan/shape";

/** What is built, for whom, and in which resource group. */
export interface AzureMember {
  plan: MemberPlan;
  /** The cluster component: parent of every resource, and by it the provider. */
  parent: pulumi.Resource;
  group: ResourceGroup;
}

/** A member and the resource group that holds all of it. */
export function makeMember(plan: MemberPlan, parent: pulumi.Resource): AzureMember {
  const group = new ResourceGroup(
    `${plan.name}-group`,
    { location: plan.region, tags: plan.tags },
    { parent },
  );
  return { plan, parent, group };
}

/** What nearly every resource of a member is given. */
export function placed({ plan, group }: AzureMember) {
  return { resourceGroupName: group.name, location: plan.region, tags: plan.tags };
}

/** The member's one subnet with a role; absent where it has none. */
export function subnetWithRole({ plan }: AzureMember, role: SubnetPlan["role"]): SubnetPlan | undefined {
  return plan.subnets.find((subnet) => subnet.role === role);
}

/** Id of one of Azure's built-in roles, in the subscription that the resource group is in. */
export function builtInRole({ group }: AzureMember, role: string): pulumi.Output<string> {
  const subscription = group.id.apply((id) => id.split("/").slice(0, 3).join("/"));
  return pulumi.interpolate`${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}
