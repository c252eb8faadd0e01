import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace";
import type * as pulumi from "@pulumi/pulumi";
import { agentDriver } from "../agents";
import { CLUSTER_SET_ZONE, clusterSetDns } from "../agents/cluster-set/dns";
import { coreDnsConfigMap } from "../clouds/azure/cluster-set-dns";
import { kubeDnsConfigMap } from "../clouds/gcp/cluster-set-dns";
import { InputError } from "../network/errors";
import type { MemberPlan } from "../network/plan/shape";
import { explained } from "./gate";
import type { NetworkAgent } from "./network-agent";

/** Where names of the cluster set are answered, if anywhere of ours. */
export function clusterSetServer({ clusterSet }: MemberPlan): { zone: string; address: string } | undefined {
  return clusterSet?.dns === undefined ? undefined : { zone: CLUSTER_SET_ZONE, address: clusterSet.dns };
}

/**
 * A cluster's part in the exported Services: their namespaces, its exports, and what answers for their names. After the nodes, for the
 * kinds come with the agent's operator.
 *
 * A namespace holds other people's things: one that is there is taken as it is, and none is ever deleted. EKS's own DNS is told by its
 * add-on, and that of a cluster that was there by its people.
 */
export function shareServices(
  plan: MemberPlan,
  agent: NetworkAgent,
  { parent, dependsOn = [] }: { parent: pulumi.Resource; dependsOn?: pulumi.Resource[] },
): void {
  const { name, clusterSet } = plan;
  if (!clusterSet) return;
  const exportOf = explained(name, () => exporter(plan));
  const provider = agent.getProvider("kubernetes:core/v1:Namespace");
  const options = { parent, dependsOn: [agent, ...dependsOn], ...(provider ? { provider } : {}) };
  const namespaces = new Map(
    clusterSet.namespaces.map((namespace) => [
      namespace,
      new Namespace(
        `${name}-${namespace}`,
        { metadata: { name: namespace } },
        { ...options, retainOnDelete: true },
      ),
    ]),
  );
  for (const service of clusterSet.exports) {
    const namespace = namespaces.get(service.namespace);
    new CustomResource(
      `${name}-${service.namespace}-${service.name}`,
      { ...exportOf(service) },
      { ...options, dependsOn: [...options.dependsOn, ...(namespace ? [namespace] : [])] },
    );
  }
  const server = clusterSetServer(plan);
  if (!server) return;
  for (const manifest of clusterSetDns(server.address))
    new CustomResource(
      `${name}-${manifest.metadata.name}-${manifest.kind.toLowerCase()}`,
      { ...manifest },
      options,
    );
  const forward = forwarding(plan, server);
  if (forward) new ConfigMap(`${name}-${forward.metadata.name}`, forward, options);
}

/** Of a cluster whose own DNS reads a ConfigMap of its owner. */
function forwarding({ cloud, existing }: MemberPlan, { zone, address }: { zone: string; address: string }) {
  if (existing?.cluster) return undefined;
  if (cloud === "azure") return coreDnsConfigMap(zone, address);
  return cloud === "gcp" ? kubeDnsConfigMap(zone, address) : undefined;
}

function exporter({ agent: { kind } }: MemberPlan) {
  const { exportOf } = agentDriver(kind);
  if (exportOf) return exportOf;
  throw new InputError({ path: "clusterSet", message: `${kind} exports no Services; use cilium` });
}
