import type * as pulumi from "@pulumi/pulumi";
import { subjectOf } from "../monitoring/subject";
import type { MemberPlan } from "../network/plan/shape";
import { explained } from "./gate";
import { MeshMonitor } from "./mesh-monitor";
import type { NetworkAgent } from "./network-agent";

/** What watches the mesh from a cluster, where the plan says so. After the nodes, for its pods run on them. */
export function monitorCluster(
  plan: MemberPlan,
  agent: NetworkAgent,
  { parent, dependsOn = [] }: { parent: pulumi.Resource; dependsOn?: pulumi.Resource[] },
): void {
  const subject = subjectOf(plan);
  if (!subject) return;
  const { agent: watched, ...rest } = subject;
  const provider = agent.getProvider("kubernetes:helm.sh/v3:Release");
  explained(
    plan.name,
    () =>
      new MeshMonitor(
        `${plan.name}-monitor`,
        { ...rest, agent: watched.kind, encryption: watched.encryption },
        { parent, dependsOn: [agent, ...dependsOn], ...(provider ? { providers: [provider] } : {}) },
      ),
  );
}
