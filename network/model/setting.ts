import type { Cloud } from "../spec/shape";
import type { Origin } from "./network";
import type { OrUnknown } from "./resource";

/**
 * What can be right or wrong about one cluster, its nodes or a network by itself, whatever cloud it is in: a rule asks for some of
 * these, and a cloud's reader says how they are.
 */
export const SETTINGS = [
  // Clusters.
  "secrets-encrypted",
  "control-plane-logged",
  "network-policy-enforced",
  "vpc-native",
  "intranode-visible",
  "upgrades-chosen",
  "rbac",
  "addons-safe",
  "local-accounts-off",
  "sla",
  "store-secrets-rotated",
  // Nodes.
  "node-disks-encrypted",
  "nodes-private",
  "ssh-narrow",
  "secure-boot",
  "metadata-hidden",
  "shielded",
  "integrity-monitored",
  "disks-own-key",
  "scale-sets",
  "host-encryption",
  "system-pods-apart",
  // Networks.
  "flows-logged",
  "flow-logs-kept",
  "network-not-default",
  "subnets-chosen",
  "default-group-shut",
  "dns-redundant",
  "dns-local",
  "subnet-without-public-addresses",
  "subnet-private-google-access",
  "subnet-firewalled",
  "interface-keeps-to-itself",
  "interface-without-public-address",
  // Routes and links.
  "nat-managed",
  "peering-route-narrow",
  "attachments-accepted-by-hand",
  "endpoints-accepted-by-hand",
] as const;
export type Setting = (typeof SETTINGS)[number];

/** How one resource has one setting. */
export interface SettingFact {
  urn: string;
  cloud: Cloud;
  setting: Setting;
  /** Whether it is as it should be. What is not set is as the cloud's documented default is. */
  holds: OrUnknown<boolean>;
  /** What is so where it does not hold, as a clause: `gives its nodes public addresses`. */
  found: string;
  /** What to write instead, in the provider's own property names, as a clause. */
  remedy: string;
  origin: Origin;
}
