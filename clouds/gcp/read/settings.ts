import { flag, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import type { SettingFact } from "../../../network/model/setting";
import { holdsAll, type SettingCheck, settingFacts, textFits } from "../../setting-check";
import { BASELINE } from "./baseline";
import { flowsLogged } from "./flow-logs";
import { TYPES } from "./types";

/** How clusters, nodes and networks of Google Cloud are set. Disks of nodes are always encrypted there. */
export function readSettings(resources: ResourceIndex): SettingFact[] {
  return settingFacts("gcp", [...CHECKS, ...BASELINE], {
    ofType: (type) => resources.ofType(type),
    resources,
  });
}

const CHECKS: SettingCheck<ResourceIndex>[] = [
  {
    setting: "secrets-encrypted",
    of: [TYPES.cluster],
    property: "databaseEncryption",
    found: "encrypts Kubernetes Secrets with no key of yours",
    remedy: 'set `databaseEncryption: { state: "ENCRYPTED", keyName }` with a key of Cloud KMS',
    holds: textFits("databaseEncryption.state", (state) => ENCRYPTED.has(state), false),
  },
  {
    setting: "control-plane-logged",
    of: [TYPES.cluster],
    property: "loggingConfig",
    found: "keeps no log of its API server",
    remedy: "add `APISERVER` to `loggingConfig.enableComponents`",
    holds: apiServerLogged,
  },
  {
    setting: "nodes-private",
    of: [TYPES.cluster],
    property: "privateClusterConfig",
    found: "gives its nodes public addresses",
    remedy: "set `privateClusterConfig.enablePrivateNodes`, and let nodes out by Cloud NAT",
    // Without its own nodes only its pools' count, which are looked at each.
    holds: (cluster) =>
      flag(cluster.props, "removeDefaultNodePool") === true ? undefined : ofCluster(cluster),
  },
  {
    setting: "nodes-private",
    of: [TYPES.nodePool],
    property: "networkConfig",
    found: "gives its nodes public addresses",
    remedy:
      "set its `networkConfig.enablePrivateNodes`, or the cluster's `privateClusterConfig.enablePrivateNodes`, and let nodes out by Cloud NAT",
    holds: ofPool,
  },
  {
    setting: "flows-logged",
    of: [TYPES.subnet],
    property: "logConfig",
    found: "has no flow log",
    remedy: "set its `logConfig`",
    holds: flowsLogged,
  },
];

/** Google's reference of the GKE API, `DatabaseEncryption.State`, 2026-11-23. */
const ENCRYPTED = new Set(["ENCRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"]);

/** By default GKE logs its system and the workloads, not the API server ("About GKE logs", 2026-11-23). */
function apiServerLogged({ props }: Resource): OrUnknown<boolean> {
  if (text(props, "loggingService") === "none") return false;
  return holdsAll(props, "loggingConfig.enableComponents", ["APISERVER"]);
}

/** Public unless it is told otherwise. */
function ofCluster({ props }: Resource): OrUnknown<boolean> {
  return flag(props, "privateClusterConfig.enablePrivateNodes") ?? false;
}

/** As its cluster says where it says nothing itself. */
function ofPool(pool: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const own = flag(pool.props, "networkConfig.enablePrivateNodes");
  if (own !== undefined && !isUnknown(own)) return own;
  const cluster = resources.referred(pool, "cluster", TYPES.cluster);
  if (!cluster || isUnknown(own)) return UNKNOWN;
  return ofCluster(cluster);
}
