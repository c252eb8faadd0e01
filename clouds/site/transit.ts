import type { TransitCells, TransitFact, TransitTable } from "../../network/routing/transit";

const ownDevice: TransitFact = {
  passes: "unknown",
  why: "the device's people decide",
  prevent: "filters on the device: isthmus says which prefixes it should tell and take",
  source: "isthmus does not configure the device",
};

const toAnyone: TransitCells["vpn"] = {
  attachment: ownDevice,
  vpn: ownDevice,
  "gateway-peering": ownDevice,
  "network-peering": ownDevice,
  interconnect: ownDevice,
};

/** A site's devices are its people's: whether they pass anything on is not known, and not counted on. */
export const siteTransit: TransitTable = {
  cloud: "site",
  devices: ["the site's own devices"],
  cells: {
    attachment: toAnyone,
    vpn: toAnyone,
    "gateway-peering": toAnyone,
    "network-peering": toAnyone,
    interconnect: toAnyone,
  },
  filters: [],
  made: [],
};
