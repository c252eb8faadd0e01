import type { Reader } from "../../network/model/network";
import { emptyNetwork } from "../../network/model/network";
import { readAttachments, readPeerings } from "./read/attachments";
import { clientRanges } from "./read/client-ranges";
import { readClusters } from "./read/clusters";
import { readFirewalls } from "./read/firewalls";
import { readGateways } from "./read/gateways";
import { readKeys } from "./read/keys";
import { readNodePools } from "./read/node-pools";
import { nodeRanges } from "./read/node-ranges";
import { readRanges } from "./read/ranges";
import { readRemoteRanges } from "./read/remote-ranges";
import { azureResources } from "./read/resources";
import { readRoutes } from "./read/routes";
import { readSettings } from "./read/settings";
import { readSubnets } from "./read/subnets";
import { readTunnelEnds } from "./read/tunnels";

/** What any Azure resources say of the network, in whatever API version they are written. */
export const readAzure: Reader = (index) => {
  const resources = azureResources(index);
  return {
    ...emptyNetwork(),
    ranges: [...readRanges(resources), ...nodeRanges(resources), ...clientRanges(resources)],
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
  };
};
