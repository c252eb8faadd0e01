import { portSet, portTexts, without } from "../../network/model/port-set";
import type { AdmitPlan } from "../../network/plan/admits";
import { portRange } from "../../network/spec/units";
import type { PolicyManifest, StrictCluster } from "../policy";
import { clusterLabel, clusterwidePolicy } from "./facts";

/** Most ports in one list (CRD `CiliumClusterwideNetworkPolicy`, `maxItems` of `toPorts[].ports`, Cilium 1.19). */
const PORTS_IN_LIST = 40;

/**
 * Refuses connections from pods of other clusters but those that are admitted, and says nothing of anything else: what comes from
 * the own cluster, its nodes or the world is up to whatever other policies there are.
 *
 * It refuses rather than allows, because permissions add up: one for the own cluster's pods would lift what every policy of a
 * namespace forbids. Refusals win over permissions ("Deny Policies", Cilium docs 1.19), and with `enableDefaultDeny` off they leave
 * alone what they do not name ("Policy Enforcement Modes", same place; both and port ranges in refusals since 1.16).
 */
export function ciliumPolicy({ clusterName, admits }: StrictCluster): PolicyManifest {
  const own = [clusterName, ...admits.map(({ from }) => from)].sort();
  return {
    ...clusterwidePolicy,
    metadata: { name: "isthmus-isolation" },
    spec: {
      description: "Other clusters of the mesh, as its traffic says",
      endpointSelector: {},
      enableDefaultDeny: { ingress: false, egress: false },
      ingressDeny: [
        {
          fromEndpoints: [
            {
              matchExpressions: [
                // `NotIn` holds for what has no such label too: nodes, the world.
                { key: clusterLabel, operator: "Exists" },
                { key: clusterLabel, operator: "NotIn", values: own },
              ],
            },
          ],
        },
        ...admits.flatMap(refusedOf),
      ],
    },
  };
}

/** Of a cluster that is admitted every port but those that it may open; nothing where that is every port. */
function refusedOf({ from, ports }: AdmitPlan): Record<string, unknown>[] {
  const refused = portTexts(without(portSet([]), portSet(ports)));
  if (refused.length === 0) return [];
  const lists = Array.from({ length: Math.ceil(refused.length / PORTS_IN_LIST) }, (_, index) =>
    refused.slice(index * PORTS_IN_LIST, (index + 1) * PORTS_IN_LIST),
  );
  return [
    {
      fromEndpoints: [{ matchLabels: { [clusterLabel]: from } }],
      toPorts: lists.map((list) => ({ ports: list.map(portOf) })),
    },
  ];
}

/** `443/tcp` as the policy writes it. */
function portOf(text: string): Record<string, unknown> {
  const { first, last, protocol } = portRange(text);
  return {
    port: String(first),
    ...(last === first ? {} : { endPort: last }),
    protocol: protocol.toUpperCase(),
  };
}
