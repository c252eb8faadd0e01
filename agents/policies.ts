import type { NetworkPolicyFact } from "../network/model/forwarding";
import type { AgentFact } from "../network/model/network";
import { list, text, texts } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import type { AdmitPlan } from "../network/plan/admits";
import { Isolation } from "../network/spec/shape";
import { calicoPolicies } from "./calico/policy";
import { calicoPolicyRules } from "./calico/read-policy";
import { ciliumPolicy } from "./cilium/policy";
import { type PolicyRule, policyRules } from "./cilium/read-policy";
import { clusterNamed, clusterOf } from "./release";

/** Of every namespace's pods, by the agent whose kind it is, and how it is read. */
const CLUSTERWIDE = [
  { type: /^kubernetes:cilium\.io\/v\d\w*:CiliumClusterwideNetworkPolicy$/, read: policyRules },
  {
    type: /^kubernetes:(crd\.)?projectcalico\.org\/v\d\w*:GlobalNetworkPolicy$/,
    read: calicoPolicyRules,
  },
];

/** Of one namespace's pods: Kubernetes' own, and Cilium's. */
const NAMESPACED =
  /^kubernetes:(networking\.k8s\.io\/v\d\w*:NetworkPolicy|cilium\.io\/v\d\w*:CiliumNetworkPolicy|(crd\.)?projectcalico\.org\/v\d\w*:NetworkPolicy)$/;

/**
 * Network policies among any resources. One for a namespace says nothing of most of a cluster's pods, so it is noted and not looked
 * into.
 */
export function readPolicies(resources: ResourceIndex, agents: readonly AgentFact[]): NetworkPolicyFact[] {
  return resources.all.flatMap((resource): NetworkPolicyFact[] => {
    const clusterwide = CLUSTERWIDE.find(({ type }) => type.test(resource.type));
    if (!clusterwide && !NAMESPACED.test(resource.type)) return [];
    const placed = { urn: resource.urn, ...placeOf(resource, resources, agents) };
    const origin = { urn: resource.urn, property: "spec" };
    const rules = clusterwide
      ? rulesOf(resource, resources, clusterwide.read)
      : [{ allPods: false, ingress: [], shuts: false }];
    return rules.map((rule) => ({ ...placed, ...rule, origin }));
  });
}

/** As it is written; of ours, which the first preview of a cluster shows as empty, as the cluster's component says it is. */
function rulesOf(
  resource: Resource,
  resources: ResourceIndex,
  read: (props: unknown) => PolicyRule[],
): PolicyRule[] {
  const written = read(resource.props);
  if (written.length > 0) return written;
  const component = resources.get(resource.parent ?? "");
  const admits = component && admitsOf(component);
  if (!component || !admits) return [{ allPods: UNKNOWN, ingress: UNKNOWN, shuts: true }];
  const cluster = { clusterName: component.name, admits, peers: peersOf(component) };
  const made = read === policyRules ? [ciliumPolicy(cluster)] : calicoPolicies(cluster).slice(-1);
  return made.flatMap((one) => read(one));
}

/** Whom a cluster component of ours reaches, as far as it says. */
function peersOf({ props }: Resource): { name: string; nodes: string; pods: string }[] {
  const peers = list(props, "peers") ?? [];
  if (isUnknown(peers)) return [];
  return peers.flatMap((peer) => {
    const [name, nodes, pods] = ["name", "nodes", "pods"].map((key) => text(peer, key));
    return typeof name === "string" && typeof nodes === "string" && typeof pods === "string"
      ? [{ name, nodes, pods }]
      : [];
  });
}

/** Whom a cluster component of ours lets in; `undefined` where it does not say. */
function admitsOf({ props }: Resource): AdmitPlan[] | undefined {
  const admits = list(props, "admits");
  if (text(props, "isolation") !== Isolation.strict || admits === undefined || isUnknown(admits))
    return undefined;
  const read = admits.map((admit) => ({ from: text(admit, "from"), ports: texts(admit, "ports") ?? [] }));
  return read.every(
    (admit): admit is AdmitPlan => typeof admit.from === "string" && Array.isArray(admit.ports),
  )
    ? read
    : undefined;
}

/** The cluster behind its provider; of one that is there already, what the agent that has the same provider calls it. */
export function placeOf(
  resource: Resource,
  resources: ResourceIndex,
  agents: readonly AgentFact[],
): Pick<NetworkPolicyFact, "cluster" | "clusterName"> {
  const agent = agents.find(({ urn }) => {
    const provider = resources.get(urn)?.provider;
    return provider !== undefined && provider === resource.provider;
  });
  const name = agent && !isUnknown(agent.clusterName) ? agent.clusterName : undefined;
  const cluster =
    clusterOf(resource, resources).cluster?.urn ??
    agent?.cluster ??
    (name === undefined ? undefined : clusterNamed(name, resources)?.urn);
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(agent ? { clusterName: agent.clusterName } : {}),
  };
}
