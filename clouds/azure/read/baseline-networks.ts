import { addressIn, cidr } from "../../../network/address/cidr";
import { flag, list, number, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { allHold, flagIs, type SettingCheck } from "../../setting-check";
import type { AzureResources } from "./resources";

/** Days that a flow log is kept at least: what CIS and Checkov ask for. */
const KEPT_DAYS = 90;

/** Of VNets, their subnets and interfaces. Defaults: reference of Azure's network API, 2026-11-23. */
export const NETWORKS: SettingCheck<AzureResources>[] = [
  {
    setting: "flow-logs-kept",
    of: ["network:FlowLog"],
    property: "retentionPolicy",
    found: `is kept for less than ${KEPT_DAYS} days`,
    remedy: `set \`retentionPolicy: { enabled: true, days: ${KEPT_DAYS} }\``,
    holds: flowLogsKept,
  },
  {
    setting: "dns-redundant",
    of: ["network:VirtualNetwork"],
    property: "dhcpOptions",
    found: "names one DNS server: when that is down, nothing there finds anything",
    remedy: "name two in `dhcpOptions.dnsServers`, or none for Azure's own",
    holds: ({ props }) => {
      const servers = list(props, "dhcpOptions.dnsServers") ?? [];
      return isUnknown(servers) ? UNKNOWN : servers.length !== 1;
    },
  },
  {
    setting: "dns-local",
    of: ["network:VirtualNetwork"],
    property: "dhcpOptions",
    found: "asks a DNS server in the internet, which sees all names",
    remedy: "name servers with private addresses in `dhcpOptions.dnsServers`, or none for Azure's own",
    holds: ({ props }) => {
      const servers = list(props, "dhcpOptions.dnsServers") ?? [];
      return isUnknown(servers) ? UNKNOWN : allHold(servers.map(isLocal));
    },
  },
  {
    setting: "subnet-firewalled",
    of: ["network:Subnet"],
    property: "networkSecurityGroup",
    found: "has no network security group",
    remedy: "set its `networkSecurityGroup`",
    holds: firewalled,
  },
  {
    setting: "interface-keeps-to-itself",
    of: ["network:NetworkInterface"],
    property: "enableIPForwarding",
    found: "passes on packets that are not for it",
    remedy: "leave out `enableIPForwarding`, but for a router of your own",
    holds: (nic) => isUnwritten(nic, "enableIPForwarding") || flagIs("enableIPForwarding", false, false)(nic),
  },
  {
    setting: "interface-without-public-address",
    of: ["network:NetworkInterface"],
    property: "ipConfigurations",
    found: "has a public address",
    remedy: "leave out `publicIPAddress`, and come in by a load balancer, a VPN or Bastion",
    holds: ({ props }) => {
      const configurations = list(props, "ipConfigurations") ?? [];
      if (isUnknown(configurations)) return UNKNOWN;
      return allHold(
        configurations.map((one) => {
          if (isUnknown(one)) return UNKNOWN;
          const address = valueAt(one, "publicIPAddress");
          return isUnknown(address) ? UNKNOWN : address === undefined;
        }),
      );
    },
  },
];

/** For ever, said as 0 days, or long enough. Without a policy it is kept as long as the storage account keeps it, which is for ever. */
function flowLogsKept({ props }: Resource): OrUnknown<boolean> {
  const on = flag(props, "retentionPolicy.enabled") ?? false;
  if (isUnknown(on)) return UNKNOWN;
  if (!on) return true;
  const days = number(props, "retentionPolicy.days") ?? 0;
  return isUnknown(days) ? UNKNOWN : days === 0 || days >= KEPT_DAYS;
}

/** Azure's own resolver, from every VNet ("What is IP address 168.63.129.16?", Microsoft, 2026-11-23). */
const AZURE_DNS = "168.63.129.16";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"].map(cidr);

function isLocal(server: unknown): OrUnknown<boolean> {
  if (typeof server !== "string") return UNKNOWN;
  return server === AZURE_DNS || PRIVATE.some((range) => addressIn(server, range));
}

/** Subnets that take no group, or that Azure guards itself ("Network security groups", Microsoft, 2026-11-23). */
const UNGUARDED = /^(GatewaySubnet|AzureFirewallSubnet|AzureFirewallManagementSubnet|RouteServerSubnet)$/i;

function firewalled(subnet: Resource): OrUnknown<boolean> | undefined {
  const name = text(subnet.props, "subnetName") ?? text(subnet.props, "name") ?? subnet.name;
  if (!isUnknown(name) && UNGUARDED.test(name)) return undefined;
  if (isUnwritten(subnet, "networkSecurityGroup")) return false;
  const group = valueAt(subnet.props, "networkSecurityGroup");
  // The id of one that is yet to be made is not known, but that there is one is.
  return isUnknown(group)
    ? (subnet.propertyDependencies.networkSecurityGroup ?? []).length > 0
    : group !== undefined;
}

/** Unknown in a preview though nobody wrote it: what was written depends on something. */
function isUnwritten({ props, propertyDependencies }: Resource, property: string): boolean {
  return isUnknown(props[property]) && (propertyDependencies[property] ?? []).length === 0;
}
