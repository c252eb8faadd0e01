import { Provider } from "@pulumi/kubernetes/provider";
import type * as pulumi from "@pulumi/pulumi";
import { agentFacts } from "../agents";
import type { MemberPlan } from "../network/plan/shape";
import type { CertificateAuthorityArgs } from "./cluster-args";
import { explained } from "./gate";
import { NetworkAgent } from "./network-agent";

/** How the agent gets into a cluster. */
export interface AgentAccess {
  kubeconfig: pulumi.Output<string>;
  ca?: CertificateAuthorityArgs;
  /** What must exist before the agent. A component's own `dependsOn` would not reach its children, the provider's does. */
  dependsOn?: pulumi.Resource[];
  parent: pulumi.Resource;
}

/** Installs the network agent of a member's plan into its cluster. */
export function installAgent({ name, cloud, agent }: MemberPlan, access: AgentAccess): NetworkAgent {
  const { kubeconfig, ca, dependsOn = [], parent } = access;
  const provider = new Provider(`${name}-kubernetes`, { kubeconfig }, { parent, dependsOn });
  return explained(name, () => {
    const args = { ...agent, cloud, ...(ca ? { ca } : {}) };
    return new NetworkAgent(`${name}-agent`, args, { parent, providers: [provider] });
  });
}

/** What new nodes are tainted with until the agent runs there; nothing where it takes off none. */
export function taintOf({ agent }: MemberPlan): { agentTaint?: string } {
  const { startupTaint } = agentFacts(agent);
  return startupTaint ? { agentTaint: startupTaint.key } : {};
}
