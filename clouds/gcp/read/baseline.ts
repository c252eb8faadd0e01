import { flag, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { either, flagIs, type Holds, isSet, type SettingCheck, textFits } from "../../setting-check";
import { TYPES } from "./types";

/** Clusters and pools that have nodes to be set up: no cluster whose pools are made apart, and none that Google runs the nodes of. */
function ofNodes(holds: Holds): (resource: Resource) => OrUnknown<boolean> | undefined {
  return (resource) => {
    const bare = ["removeDefaultNodePool", "enableAutopilot"].some(
      (property) => flag(resource.props, property) === true,
    );
    return bare ? undefined : holds(resource);
  };
}

const NODES = [TYPES.cluster, TYPES.nodePool];

/** What a careful program sets besides, on Google Cloud. Defaults: reference of the GKE API and of the provider, 2026-11-23. */
export const BASELINE: SettingCheck<ResourceIndex>[] = [
  {
    setting: "network-policy-enforced",
    of: [TYPES.cluster],
    property: "networkPolicy",
    found: "has nothing that enforces network policies",
    remedy:
      'set `datapathProvider: "ADVANCED_DATAPATH"`, or `networkPolicy.enabled`, or install an agent that enforces them',
    holds: either(
      flagIs("networkPolicy.enabled", true, false),
      textFits("datapathProvider", (value) => value === "ADVANCED_DATAPATH", false),
      flagIs("enableAutopilot", true, false),
    ),
  },
  {
    setting: "vpc-native",
    of: [TYPES.cluster],
    property: "networkingMode",
    found: "gives pods addresses that its VPC does not know, by static routes",
    remedy: 'set `networkingMode: "VPC_NATIVE"` with an `ipAllocationPolicy`',
    holds: textFits("networkingMode", (value) => value !== "ROUTES", true),
  },
  {
    setting: "intranode-visible",
    of: [TYPES.cluster],
    property: "enableIntranodeVisibility",
    found: "keeps what pods of one node say to each other from flow logs and firewalls",
    remedy: "set `enableIntranodeVisibility`",
    holds: flagIs("enableIntranodeVisibility", true, false),
  },
  {
    setting: "upgrades-chosen",
    of: [TYPES.cluster],
    property: "releaseChannel",
    found: "is in no release channel",
    remedy: 'set `releaseChannel: { channel: "REGULAR" }`',
    holds: textFits("releaseChannel.channel", (value) => value !== "UNSPECIFIED" && value !== "NONE", false),
  },
  {
    setting: "shielded",
    of: [TYPES.cluster],
    property: "enableShieldedNodes",
    found: "takes nodes that cannot prove what they are",
    remedy: "leave out `enableShieldedNodes: false`",
    holds: flagIs("enableShieldedNodes", true, true),
  },
  {
    setting: "secure-boot",
    of: NODES,
    property: "nodeConfig",
    found: "starts nodes without secure boot",
    remedy: "set `nodeConfig.shieldedInstanceConfig.enableSecureBoot`",
    holds: ofNodes(flagIs("nodeConfig.shieldedInstanceConfig.enableSecureBoot", true, false)),
  },
  {
    setting: "integrity-monitored",
    of: NODES,
    property: "nodeConfig",
    found: "turns off what watches that nodes start as they should",
    remedy: "leave out `enableIntegrityMonitoring: false`",
    holds: ofNodes(flagIs("nodeConfig.shieldedInstanceConfig.enableIntegrityMonitoring", true, true)),
  },
  {
    setting: "metadata-hidden",
    of: NODES,
    property: "nodeConfig",
    found: "lets pods ask for the node's own identity",
    remedy: 'set `nodeConfig.workloadMetadataConfig.mode: "GKE_METADATA"`',
    holds: ofNodes(
      textFits("nodeConfig.workloadMetadataConfig.mode", (value) => value === "GKE_METADATA", false),
    ),
  },
  {
    setting: "disks-own-key",
    of: NODES,
    property: "nodeConfig",
    found: "encrypts its nodes' disks with Google's key",
    remedy: "set `nodeConfig.bootDiskKmsKey`",
    holds: ofNodes(either(isSet("nodeConfig.bootDiskKmsKey"), isSet("nodeConfig.bootDisk.kmsKey"))),
  },
  {
    setting: "subnets-chosen",
    of: [TYPES.network],
    property: "autoCreateSubnetworks",
    found: "makes a subnet in every region by itself, out of the same 10.128.0.0/9 as every such network",
    remedy: "set `autoCreateSubnetworks: false`",
    holds: flagIs("autoCreateSubnetworks", false, true),
  },
  {
    setting: "subnet-private-google-access",
    of: [TYPES.subnet],
    property: "privateIpGoogleAccess",
    found: "reaches Google's services by public addresses only",
    remedy: "set `privateIpGoogleAccess`",
    holds: (subnet) =>
      isForHosts(subnet) ? flagIs("privateIpGoogleAccess", true, false)(subnet) : undefined,
  },
  {
    setting: "subnet-private-google-access",
    of: [TYPES.subnet],
    property: "privateIpv6GoogleAccess",
    found: "reaches Google's services by public IPv6 addresses only",
    remedy: 'set `privateIpv6GoogleAccess: "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"`',
    holds: (subnet) => {
      const stack = text(subnet.props, "stackType") ?? "IPV4_ONLY";
      if (isUnknown(stack))
        return (subnet.propertyDependencies.stackType ?? []).length > 0 ? UNKNOWN : undefined;
      if (stack === "IPV4_ONLY" || !isForHosts(subnet)) return undefined;
      return textFits("privateIpv6GoogleAccess", (value) => value.startsWith("ENABLE"), false)(subnet);
    },
  },
];

/** Subnets of proxies have no machine that could ask for anything. */
function isForHosts({ props }: Resource): boolean {
  const purpose = text(props, "purpose");
  return (
    typeof purpose !== "string" || !/PROXY|LOAD_BALANCER|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT/.test(purpose)
  );
}
