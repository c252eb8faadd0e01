import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../network/errors";
import type { MemberPlan, SubnetPlan } from "../../network/plan/shape";

/** What is built, and for whom. */
export interface AwsMember {
  plan: MemberPlan;
  /** The cluster component: parent of every resource, and by it the provider. */
  parent: pulumi.Resource;
}

/** Something that is made here, or is there already: nothing but its id is used. */
export interface WithId {
  id: pulumi.Output<string>;
}

/** Subnets by the plan's names: `nodes-a`. */
export type Subnets = Record<string, WithId>;

/** The member's tags, and what the console shows as the name: `dublin-nodes-a`. */
export function tagsOf({ plan }: AwsMember, suffix?: string): Record<string, string> {
  return { ...plan.tags, Name: suffix ? `${plan.name}-${suffix}` : plan.name };
}

export function subnetsWithRole({ plan }: AwsMember, role: SubnetPlan["role"]): SubnetPlan[] {
  return plan.subnets.filter((subnet) => subnet.role === role);
}

/** Throws {@link InputError} where the member has no such subnet. */
export function subnetNamed(subnets: Subnets, name: string, path: string): WithId {
  const subnet = subnets[name];
  if (!subnet) {
    throw new InputError({
      path,
      message: `There is no subnet "${name}"; there are ${Object.keys(subnets).join(", ")}.`,
    });
  }
  return subnet;
}
