import type * as pulumi from "@pulumi/pulumi";
import type { GatewayArgs } from "../clouds/link-end";
import type { MemberPlan } from "../network/plan/shape";
import { accountNumber } from "../network/plan/shared-gateways";
import type { SharedGatewayArgs } from "./eks-cluster";

/** Whether two members are in two accounts, as far as the plan knows. */
export function inTwoAccounts(member: MemberPlan, owner: MemberPlan): boolean {
  return accountNumber(member) !== accountNumber(owner);
}

/** What a member's cluster takes of another's transit gateway. */
export function sharedGateway(
  member: MemberPlan,
  owner: MemberPlan,
  gateway: GatewayArgs,
  providers: (member: MemberPlan) => pulumi.ProviderResource[],
): SharedGatewayArgs {
  if (!inTwoAccounts(member, owner)) return { member: owner.name, gateway };
  const account = accountNumber(member);
  // Of an account that the plan knows nothing of the program's own provider is.
  const [provider] = providers(owner);
  return {
    member: owner.name,
    gateway,
    ...(account === undefined ? {} : { account }),
    ...(provider ? { provider } : {}),
  };
}
