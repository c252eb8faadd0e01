import type { NetworkPolicyFact, PolicyPermission } from "../model/forwarding";
import type { Inventory } from "../model/inventory";
import { isUnknown, type OrUnknown, UNKNOWN } from "../model/resource";
import { type Judgement, nameIn, unknownAt } from "./judgement";

export const DEFAULT_DENY = "exposure-default-deny-network-policy";

/** In every namespace with pods, what may come in is what a policy names: by a policy of the namespace, or by one of the cluster. */
export function defaultDeny({ namespaces, policies }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const shut = new Map<string | undefined, OrUnknown<boolean>>();
  for (const policy of policies) {
    const shuts = shutsCluster(policy);
    const before = shut.get(policy.cluster);
    shut.set(policy.cluster, before === true || shuts === true ? true : isUnknown(before) ? UNKNOWN : shuts);
  }
  for (const { name, cluster, denies, origin } of namespaces) {
    const byCluster = (cluster === undefined ? undefined : shut.get(cluster)) ?? false;
    if (denies === true || byCluster === true) continue;
    if (isUnknown(denies) || isUnknown(byCluster)) {
      judgement.unknowns.push(
        unknownAt(origin, "the network policies of its namespace", "whether its pods are shut by default"),
      );
      continue;
    }
    const place = isUnknown(name) ? "a namespace" : `namespace ${name}`;
    const where = cluster === undefined ? place : `${place} of ${nameIn(cluster)} (${cluster})`;
    judgement.problems.push({
      rule: DEFAULT_DENY,
      message:
        `${nameIn(origin.urn)} (${origin.urn}) puts pods into ${where}, which no network policy shuts by default: every pod of every cluster that is joined ` +
        "reaches them on every port; add a NetworkPolicy with " +
        '`podSelector: {}` and `policyTypes: ["Ingress"]`, and one for each permission.',
      subjects: [origin.urn],
    });
  }
  return judgement;
}

/** Whether a policy holds for every pod of its cluster and shuts what it does not name. */
function shutsCluster({ allPods, shuts, ingress }: NetworkPolicyFact): OrUnknown<boolean> {
  if (allPods === false || shuts === false) return false;
  if (isUnknown(allPods) || isUnknown(ingress)) return UNKNOWN;
  return !ingress.some(isEverybody);
}

function isEverybody({ allBut, ranges, ports, deny }: PolicyPermission): boolean {
  return deny !== true && ports.length === 0 && allBut?.length === 0 && (ranges ?? []).includes("0.0.0.0/0");
}
