import type { Reader } from "../../network/model/network";
import { emptyNetwork } from "../../network/model/network";
import { readAttachments, readPeerings } from "./read/attachments";
import { readClusters } from "./read/clusters";
import { readFirewalls } from "./read/firewalls";
import { readKeys } from "./read/keys";
import { readNodePools } from "./read/node-pools";
import { nodeRanges } from "./read/node-ranges";
import { readRanges } from "./read/ranges";
import { readRemoteRanges } from "./read/remote-ranges";
import { readRoutes } from "./read/routes";
import { readSettings } from "./read/settings";
import { readSubnets } from "./read/subnets";
import { readGateways, readTunnelEnds } from "./read/vpn";

/** What any Google Cloud resources say of the network. */
export const readGcp: Reader = (resources) => ({
  ...emptyNetwork(),
  ranges: [...readRanges(resources), ...nodeRanges(resources)],
  remoteRanges: readRemoteRanges(resources),
  clusters: readClusters(resources),
  gateways: readGateways(resources),
  tunnelEnds: readTunnelEnds(resources),
  routes: readRoutes(resources),
  firewalls: readFirewalls(resources),
  subnets: readSubnets(resources),
  attachments: readAttachments(resources),
  nodePools: readNodePools(resources),
  peerings: readPeerings(resources),
  settings: readSettings(resources),
  keys: readKeys(resources),
});
