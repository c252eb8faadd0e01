import type { Reader } from "../../network/model/network";
import { emptyNetwork } from "../../network/model/network";
import { readAttachments, readGatewayRoutes, readPeerings } from "./read/attachments";
import { readFirewalls } from "./read/firewalls";
import { readKeys } from "./read/keys";
import { readNodePools } from "./read/node-pools";
import { nodeRanges } from "./read/node-ranges";
import { networkOf, readClusters, readRanges } from "./read/ranges";
import { readRemoteRanges } from "./read/remote-ranges";
import { readRoutes } from "./read/routes";
import { readSettings } from "./read/settings";
import { readSubnets } from "./read/subnets";
import { readGateways, readTunnelEnds } from "./read/vpn";

/** What any AWS resources say of the network. */
export const readAws: Reader = (resources) => ({
  ...emptyNetwork(),
  ranges: [...readRanges(resources), ...nodeRanges(resources)],
  remoteRanges: readRemoteRanges(resources, (cluster) => networkOf(resources, cluster)),
  clusters: readClusters(resources),
  gateways: readGateways(resources),
  tunnelEnds: readTunnelEnds(resources),
  routes: readRoutes(resources),
  firewalls: readFirewalls(resources),
  subnets: readSubnets(resources),
  attachments: readAttachments(resources),
  nodePools: readNodePools(resources),
  peerings: readPeerings(resources),
  gatewayRoutes: readGatewayRoutes(resources),
  settings: readSettings(resources),
  keys: readKeys(resources),
});
