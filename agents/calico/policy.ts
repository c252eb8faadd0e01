import { portSet, portTexts, without } from "../../network/model/port-set";
import type { AdmitPlan } from "../../network/plan/admits";
import type { PolicyManifest, StrictCluster } from "../policy";
import { calicoKinds } from "./facts";

/** Before Calico's own `default` tier, which Kubernetes' policies are in and which has the order 1,000,000. */
const TIER = { name: "isthmus", order: 50 } as const;

/**
 * Refuses connections from other members' nodes and pods but those that are admitted, and says nothing of anything else.
 *
 * Calico knows no cluster but its own, so it goes by addresses: pods that are routed come under theirs. What comes under a peer's node
 * range is no pod that could be told, and is refused. It has a tier of its own that passes on what it does not refuse, so that it
 * lifts nothing that other policies forbid ("Tier", Calico docs 3.32): a permission in the `default` tier would end the matter there.
 */
export function calicoPolicies({ admits, peers = [] }: StrictCluster): PolicyManifest[] {
  const byName = new Map(admits.map((admit) => [admit.from, admit]));
  const refused = peers.flatMap(({ name, pods }) => (byName.has(name) ? [] : [pods]));
  const closed = [...peers.map(({ nodes }) => nodes), ...refused].sort();
  const partly = peers.flatMap(({ name, pods }) => {
    const admit = byName.get(name);
    return admit ? refusalsOf(admit, pods) : [];
  });
  const ingress = [
    ...(closed.length > 0 ? [{ action: "Deny", source: { nets: closed } }] : []),
    ...partly,
    { action: "Pass" },
  ];
  return [
    {
      ...calicoKinds,
      kind: "Tier",
      metadata: { name: TIER.name },
      spec: { order: TIER.order, defaultAction: "Pass" },
    },
    {
      ...calicoKinds,
      kind: "GlobalNetworkPolicy",
      metadata: { name: `${TIER.name}.isolation` },
      spec: {
        tier: TIER.name,
        order: 0,
        selector: "all()",
        // Pods alone, and not what stands for a node's own interfaces ("Enable default deny for Kubernetes pods", Calico docs 3.32).
        namespaceSelector: "has(projectcalico.org/name)",
        types: ["Ingress"],
        ingress,
      },
    },
  ];
}

/** Of a cluster that is admitted, every port but those that it may open; nothing where that is every port. */
function refusalsOf({ ports }: AdmitPlan, pods: string): Record<string, unknown>[] {
  const refused = portTexts(without(portSet([]), portSet(ports)));
  return (["tcp", "udp"] as const).flatMap((protocol) => {
    const closed = refused.flatMap((text) => (text.endsWith(`/${protocol}`) ? [portOf(text)] : []));
    if (closed.length === 0) return [];
    const rule = { action: "Deny", protocol: protocol.toUpperCase(), source: { nets: [pods] } };
    return [{ ...rule, destination: { ports: closed } }];
  });
}

/** `443`, or `30000:32767`, as Calico writes ranges. */
function portOf(text: string): number | string {
  const [first = "", last = first] = (text.split("/")[0] ?? "").split("-");
  return first === last ? Number(first) : `${first}:${last}`;
}
