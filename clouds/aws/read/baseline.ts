import { list, text, valueAt } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { perIndex } from "../../per-index";
import { allHold, flagIs, type SettingCheck, textFits } from "../../setting-check";
import { TYPES, vpcOf } from "./types";

/** What a careful program sets besides, on AWS. */
export const BASELINE: SettingCheck<ResourceIndex>[] = [
  {
    setting: "ssh-narrow",
    of: [TYPES.nodeGroup],
    property: "remoteAccess",
    found: "opens SSH of its nodes to the whole internet",
    remedy: "name `remoteAccess.sourceSecurityGroupIds`, or leave `remoteAccess` out and use Session Manager",
    holds: sshNarrow,
  },
  {
    setting: "network-not-default",
    of: [TYPES.defaultVpc],
    property: "id",
    found: "takes the account's default VPC into use",
    remedy: "make an `aws.ec2.Vpc` of your own",
    holds: () => false,
  },
  {
    setting: "default-group-shut",
    of: [TYPES.vpc],
    property: "default security group",
    found: "leaves its default security group open between all that nobody gave a group",
    remedy: "add an `aws.ec2.DefaultSecurityGroup` with its `vpcId` and neither `ingress` nor `egress`",
    holds: defaultGroupShut,
  },
  {
    setting: "subnet-without-public-addresses",
    of: [TYPES.subnet, TYPES.defaultSubnet],
    property: "mapPublicIpOnLaunch",
    found: "gives a public address to whatever starts in it",
    remedy: "leave out `mapPublicIpOnLaunch`, and ask for an address where one is needed",
    holds: flagIs("mapPublicIpOnLaunch", false, false),
  },
  {
    setting: "nat-managed",
    of: [TYPES.route, TYPES.routeTable, TYPES.mainRouteTable],
    property: "routes",
    found: "sends everything out by a virtual machine's interface",
    remedy: "lead the default route to an `aws.ec2.NatGateway`",
    holds: (resource) => noDefaultRouteBy(resource, "networkInterfaceId"),
  },
  {
    setting: "peering-route-narrow",
    of: [TYPES.route, TYPES.routeTable, TYPES.mainRouteTable],
    property: "routes",
    found: "sends everything to a peered VPC",
    remedy: "route the other VPC's ranges alone to the peering",
    holds: (resource) => noDefaultRouteBy(resource, "vpcPeeringConnectionId"),
  },
  {
    setting: "attachments-accepted-by-hand",
    of: [TYPES.transitGateway],
    property: "autoAcceptSharedAttachments",
    found: "accepts whatever account it is shared with",
    remedy:
      'leave out `autoAcceptSharedAttachments: "enable"`, and accept by `aws.ec2transitgateway.VpcAttachmentAccepter`',
    holds: textFits("autoAcceptSharedAttachments", (value) => value !== "enable", true),
  },
  {
    setting: "endpoints-accepted-by-hand",
    of: [TYPES.endpointService],
    property: "acceptanceRequired",
    found: "accepts whoever asks for an endpoint of it",
    remedy: "set `acceptanceRequired: true`",
    holds: flagIs("acceptanceRequired", true, false),
  },
];

/** With a key and no groups, SSH is open to 0.0.0.0/0 (EKS API `RemoteAccessConfig`, as in
 * docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks.NodegroupRemoteAccess.html, 2026-11-23). */
function sshNarrow({ props }: Resource): OrUnknown<boolean> {
  const key = valueAt(props, "remoteAccess.ec2SshKey");
  const groups = list(props, "remoteAccess.sourceSecurityGroupIds") ?? [];
  if (valueAt(props, "remoteAccess") === undefined || key === undefined) return true;
  if (!isUnknown(groups)) return groups.length > 0 ? true : isUnknown(key) ? UNKNOWN : false;
  return UNKNOWN;
}

/** Adopted with no rule: what AWS puts in lets its members talk to each other and to everybody. */
function defaultGroupShut(vpc: Resource, resources: ResourceIndex): OrUnknown<boolean> {
  const group = defaultGroups(resources).get(vpc.urn);
  if (!group) return false;
  return allHold(
    ["ingress", "egress"].map((property) => {
      const rules = list(group.props, property) ?? [];
      return isUnknown(rules) ? UNKNOWN : rules.length === 0;
    }),
  );
}

const defaultGroups = perIndex(
  (resources: ResourceIndex) =>
    new Map(
      resources.ofType(TYPES.defaultSecurityGroup).map((group) => [vpcOf(resources, group), group] as const),
    ),
);

const EVERYWHERE = new Set(["0.0.0.0/0", "::/0"]);

/** Of a route as a resource of its own, or of all that a table holds. */
function noDefaultRouteBy(resource: Resource, target: string): OrUnknown<boolean> | undefined {
  if (resource.type === TYPES.route) {
    const told = (resource.propertyDependencies[target] ?? []).length > 0;
    const value = valueAt(resource.props, target);
    // What the provider fills in is unknown before apply too: a target that was written depends on something, or is known.
    if (isUnknown(value) && !told) return undefined;
    return notBy(
      resource.props,
      ["destinationCidrBlock", "destinationIpv6CidrBlock"],
      isUnknown(value) ? true : (text(resource.props, target) ?? "") !== "",
    );
  }
  const routes = list(resource.props, "routes");
  if (routes === undefined) return undefined;
  if (isUnknown(routes)) return (resource.propertyDependencies.routes ?? []).length > 0 ? UNKNOWN : undefined;
  return allHold(
    routes.map((route) =>
      notBy(route, ["cidrBlock", "ipv6CidrBlock"], isUnknown(route) || hasText(route, target)),
    ),
  );
}

function hasText(props: unknown, path: string): OrUnknown<boolean> {
  const value = text(props, path);
  return isUnknown(value) ? UNKNOWN : (value ?? "") !== "";
}

function notBy(props: unknown, destinations: string[], by: OrUnknown<boolean>): OrUnknown<boolean> {
  if (by === false) return true;
  const to = destinations.map((path) => text(props, path));
  if (to.some((one) => typeof one === "string" && EVERYWHERE.has(one)))
    return isUnknown(by) ? UNKNOWN : false;
  return isUnknown(props) || to.some(isUnknown) ? UNKNOWN : true;
}
