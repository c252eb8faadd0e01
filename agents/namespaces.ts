import type { NamespaceFact } from "../network/model/namespace";
import type { AgentFact } from "../network/model/network";
import { list, text, texts, valueAt } from "../network/model/property";
import type { OrUnknown, Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { placeOf } from "./policies";
import { ownAgentOf } from "./release";

/** What makes pods. */
const WORKLOAD =
  /^kubernetes:(apps\/v\d\w*:(Deployment|StatefulSet|DaemonSet|ReplicaSet)|batch\/v\d\w*:(Job|CronJob)|core\/v1:Pod)$/;
const RELEASE = "kubernetes:helm.sh/v3:Release";
const POLICY =
  /^kubernetes:(networking\.k8s\.io\/v\d\w*:NetworkPolicy|cilium\.io\/v\d\w*:CiliumNetworkPolicy)$/;
const NAMESPACE = "kubernetes:core/v1:Namespace";

/** What the cluster itself and its agent live in: nothing of a program's own. */
const OF_THE_SYSTEM = new Set(["kube-system", "kube-public", "kube-node-lease"]);

/** Namespaces that resources put pods into, each with what its policies say by default. */
export function readNamespaces(resources: ResourceIndex, agents: readonly AgentFact[]): NamespaceFact[] {
  const workloads = resources.all.filter(({ type }) => type === RELEASE || WORKLOAD.test(type));
  if (workloads.length === 0) return [];
  const ofAgents = new Set(agents.map(({ urn }) => urn));
  const denied = deniedPlaces(resources);
  const found = new Map<string, NamespaceFact>();
  for (const workload of workloads) {
    if (ofAgents.has(workload.urn) || ownAgentOf(workload, resources)) continue;
    const { key, name } = placeIn(workload, resources);
    if (!isUnknown(name) && OF_THE_SYSTEM.has(name)) continue;
    if (found.has(key)) continue;
    const { cluster } = placeOf(workload, resources, agents);
    const somewhere = denied.get(elsewhere(workload)) === undefined ? false : UNKNOWN;
    found.set(key, {
      name,
      ...(cluster === undefined ? {} : { cluster }),
      // A policy whose namespace is not known may be this one's, and pods without a known namespace may be in any.
      denies: denied.get(key) ?? (isUnknown(name) && key === elsewhere(workload) ? UNKNOWN : somewhere),
      origin: { urn: workload.urn, property: workload.type === RELEASE ? "namespace" : "metadata.namespace" },
    });
  }
  return [...found.values()];
}

/** By place: whether a policy there shuts every pod. Places without one are not among them. */
function deniedPlaces(resources: ResourceIndex): Map<string, OrUnknown<boolean>> {
  const places = new Map<string, OrUnknown<boolean>>();
  for (const policy of resources.all) {
    if (!POLICY.test(policy.type)) continue;
    const denies = shutsAll(policy);
    const { key } = placeIn(policy, resources);
    if (denies === false || places.get(key) === true) continue;
    places.set(key, denies);
  }
  return places;
}

/** One key for one namespace of one cluster: by its name, or, while that is unknown, by the resource that makes it. */
function placeIn(resource: Resource, resources: ResourceIndex): { key: string; name: OrUnknown<string> } {
  const path = resource.type === RELEASE ? "namespace" : "metadata.namespace";
  const own = text(resource.props, path);
  const provider = resource.provider === undefined ? undefined : resources.get(resource.provider);
  // The first preview of a cluster shows its resources without a word.
  const bare = Object.keys(resource.props).length === 0;
  const name = own ?? (bare ? UNKNOWN : (text(provider?.props, "namespace") ?? "default"));
  if (!isUnknown(name)) return { key: `${clusterKey(resource)} ${name}`, name };
  const [made] = resources.referredAll(resource, path.split(".")[0] ?? path, NAMESPACE);
  const known = made && text(made.props, "metadata.name");
  if (typeof known === "string") return { key: `${clusterKey(resource)} ${known}`, name: known };
  return {
    key: made ? `${clusterKey(resource)} ${made.urn}` : elsewhere(resource),
    name: made ? made.name : UNKNOWN,
  };
}

/** The place of what says no name at all. */
function elsewhere(resource: Resource): string {
  return `${clusterKey(resource)} ?`;
}

/** A provider stands for a cluster. */
function clusterKey({ provider }: Resource): string {
  return provider ?? "";
}

/** Whether a policy selects every pod of its namespace, says something of what comes in, and does not let in everybody. */
function shutsAll({ type, props }: Resource): OrUnknown<boolean> {
  const spec = valueAt(props, "spec");
  if (isUnknown(spec) || spec === undefined) return UNKNOWN;
  const ofCilium = type.endsWith(":CiliumNetworkPolicy");
  const selector = valueAt(spec, ofCilium ? "endpointSelector" : "podSelector");
  if (isUnknown(selector)) return UNKNOWN;
  const [labels, expressions] = [valueAt(selector, "matchLabels"), list(selector, "matchExpressions") ?? []];
  if (isUnknown(labels) || isUnknown(expressions)) return UNKNOWN;
  if (Object.keys(Object(labels)).length > 0 || expressions.length > 0) return false;
  const types = texts(spec, "policyTypes");
  if (isUnknown(types)) return UNKNOWN;
  const rules = list(spec, "ingress");
  // Kubernetes' shuts what comes in unless it names egress alone (API `NetworkPolicySpec`); Cilium's where it has a rule for it.
  const shuts = ofCilium ? rules !== undefined : (types ?? ["Ingress"]).includes("Ingress");
  if (!shuts) return false;
  if (isUnknown(rules)) return UNKNOWN;
  return rules === undefined || !rules.some((rule) => !ofCilium && isEmpty(rule));
}

/** Of Kubernetes', a rule without a word lets in everybody; of Cilium's, nobody. */
function isEmpty(rule: unknown): boolean {
  return typeof rule === "object" && rule !== null && !isUnknown(rule) && Object.keys(rule).length === 0;
}
