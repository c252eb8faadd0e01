import type { Inventory } from "../model/inventory";
import { settingsHold, type Wanted } from "./settings-hold";

/** Agents that do what network policies say; flannel does not. */
const ENFORCING = new Set(["cilium", "calico", "weave"]);

/** As {@link settingsHold}, but what an agent in the cluster does in the cloud's stead is not asked of the cloud. */
export function settingsHoldWithoutAgents(network: Inventory, wanted: Wanted) {
  const replaced = new Set(
    network.agents.flatMap(({ kind, cluster }) =>
      cluster !== undefined && ENFORCING.has(kind) ? [cluster] : [],
    ),
  );
  return settingsHold(
    { ...network, settings: network.settings.filter(({ urn }) => !replaced.has(urn)) },
    wanted,
  );
}
