import * as projects from "@pulumi/gcp/projects";
import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import type * as pulumi from "@pulumi/pulumi";
import type { GcpMember } from "./member";
import { accountName } from "./names";

/** What nodes act as, with what it is allowed. */
export interface NodeIdentity {
  account: serviceaccount.Account;
  /** Nodes without it cannot write logs or metrics. */
  grant: pulumi.Resource;
}

/**
 * An account for the nodes alone with the least that GKE asks for ("Harden your cluster's security", GKE docs, 2026), instead
 * of Compute Engine's default one, an editor of the whole project. Pods get accounts of their own by workload identity.
 */
export function makeNodeIdentity({ plan, parent }: GcpMember): NodeIdentity {
  const account = new serviceaccount.Account(
    accountName(`${plan.name}-nodes`),
    { displayName: `Nodes of ${plan.name}` },
    { parent },
  );
  const grant = new projects.IAMMember(
    `${plan.name}-nodes`,
    {
      project: account.project,
      role: "roles/container.defaultNodeServiceAccount",
      member: account.member,
    },
    { parent },
  );
  return { account, grant };
}
