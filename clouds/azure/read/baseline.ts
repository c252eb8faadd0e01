import type { SettingCheck } from "../../setting-check";
import { CLUSTERS } from "./baseline-clusters";
import { NETWORKS } from "./baseline-networks";
import type { AzureResources } from "./resources";

/** What a careful program sets besides, on Azure. */
export const BASELINE: SettingCheck<AzureResources>[] = [...CLUSTERS, ...NETWORKS];
