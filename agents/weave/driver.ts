import type { AgentDriver } from "../driver";
import { weaveLimits, weavePodMtu, weaveVersion } from "./facts";
import { weaveFaults } from "./faults";
import { weaveInstallation } from "./installation";

/** Weave Net, of its maintained fork: an encrypted overlay within one cluster. */
export const weaveDriver: AgentDriver = {
  kind: "weave",
  facts: {
    version: weaveVersion,
    tested: [weaveVersion],
    limits: weaveLimits,
    podMtu: weavePodMtu,
    // Within a cluster everything is open; with other clusters it exchanges nothing.
    ports: () => [],
    faults: weaveFaults,
  },
  charts: [],
  installation: weaveInstallation,
  cannot: [
    "More than one cluster: peers of one Weave network share one pod range, and KUBE_PEERS names nodes by addresses that are not known before they are made.",
    "GKE: its nodes take the network that Google set up before Weave's.",
    "WireGuard, routed pods, strict isolation.",
  ],
};
