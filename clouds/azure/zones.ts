import { InputError } from "../../network/errors";

/**
 * Azure numbers the zones of every region alike, each subscription in its own order. A public address is in one of them or
 * in all.
 */
export const ZONES = ["1", "2", "3"];

/**
 * Regions without availability zones (azure-docs `reliability/regions-list.md`, 2025-03-21). A VPN gateway is
 * zone-redundant or is refused.
 */
const WITHOUT_ZONES = [
  "australiacentral",
  "australiacentral2",
  "australiasoutheast",
  "brazilsoutheast",
  "canadaeast",
  "francesouth",
  "germanynorth",
  "koreasouth",
  "northcentralus",
  "norwaywest",
  "southafricawest",
  "southindia",
  "switzerlandwest",
  "uaecentral",
  "ukwest",
  "westcentralus",
  "westindia",
  "westus",
];

/**
 * Zones of a region by default.
 *
 * @throws InputError for a region that had none; naming `zones` oneself wins, for when it has got them since
 */
export function defaultZones(region: string): string[] {
  if (WITHOUT_ZONES.includes(region)) {
    throw new InputError({
      path: "region",
      message:
        `Azure region "${region}" has no availability zones (as of 2025-03), which AKS nodes and VPN gateways are ` +
        "spread over; choose another region, or name its zones if it has them by now.",
    });
  }
  return [...ZONES];
}
