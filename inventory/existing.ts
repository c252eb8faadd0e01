import type { ExistingFact } from "../network/model/existing";
import type { Network, RangeFact } from "../network/model/network";
import { RangeUse } from "../network/model/network";
import { list, number, text, texts, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isKnown, isUnknown } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud } from "../network/spec/shape";
import { type ToldCluster, withClusters } from "./existing-clusters";

/** Tokens of our own cluster components, whose outputs mirror what they were told to use as it is. */
const CLUSTERS = ["isthmus:index:EksCluster", "isthmus:index:GkeCluster", "isthmus:index:AksCluster"];

/** Types of networks, as they are read by such a component. */
const NETWORKS = ["aws:ec2/vpc:Vpc", "gcp:compute/network:Network", "azure-native:network:VirtualNetwork"];

/** What an inventory gains by what is said of existing things, and both sides of it where the cloud has said something too. */
export interface WithExisting {
  network: Network;
  existing: ExistingFact[];
}

/**
 * Networks and gateways that members bring with them are read, and before somebody has asked the cloud nothing is known of them: then
 * what the component was told stands for it. What the cloud says is kept beside it, so that a rule can compare the two.
 */
export function withExisting(network: Network, resources: ResourceIndex): WithExisting {
  const told = CLUSTERS.flatMap((type) => resources.ofType(type)).flatMap((component): Told[] => {
    const vpc = resources.all.find(({ type, parent }) => parent === component.urn && NETWORKS.includes(type));
    const cloud = Object.values(Cloud).find((one) => one === text(component.props, "cloud"));
    if (!vpc || !cloud || valueAt(component.props, "existing.network") === undefined) return [];
    return [{ component, vpc, cloud }];
  });
  if (told.length === 0) return { network, existing: [] };
  const gateways = gatewaysOf(network, told, resources);
  const changed: Network = {
    ...network,
    ranges: [
      ...network.ranges.filter((range) => !isSilent(range, told)),
      ...told.flatMap((one) => rangesOf(one, network.ranges)),
    ],
    gateways: network.gateways.map((gateway) => {
      const brought = gateways.get(gateway.urn);
      return brought?.silent ? { ...gateway, asn: brought.asn, networks: [brought.vpc.urn] } : gateway;
    }),
    tunnelEnds: network.tunnelEnds.map((end) => {
      const brought = gateways.get(end.gateway ?? "");
      return brought?.silent ? { ...end, asn: brought.asn } : end;
    }),
    attachments: [
      ...network.attachments,
      ...[...gateways]
        .filter(([, { silent }]) => silent)
        .map(([urn, { vpc }]) => ({
          ...{ urn, gateway: urn, network: vpc.urn, lookedUp: true, known: true, taught: true },
          origin: { urn },
        })),
    ],
  };
  return {
    network: withClusters(changed, told, resources),
    existing: told.flatMap((one) => factsOf(one, network, resources)),
  };
}

/** Of a network that has not been read yet: what the cloud would say stands as unknown, and what was said takes its place. */
function isSilent({ origin, cidr }: RangeFact, told: readonly Told[]): boolean {
  return isUnknown(cidr) && told.some(({ vpc }) => vpc.urn === origin.urn && isUnread(vpc));
}

/** azure-native reads by id alone: before Azure has been asked nothing is there, not even what every VNet or gateway has. */
function isUnread({ type, props }: Resource): boolean {
  if (!type.startsWith("azure-native")) return false;
  return ["addressSpace", "gatewayType"].every((key) => props[key] === undefined || isUnknown(props[key]));
}

type Told = ToldCluster;

/** A gateway that a member brings; `silent` where nothing has been read of it yet. */
interface Brought {
  vpc: Resource;
  asn: number;
  silent: boolean;
}

function gatewaysOf(network: Network, told: readonly Told[], resources: ResourceIndex): Map<string, Brought> {
  return new Map(
    told.flatMap(({ component, vpc }): [string, Brought][] => {
      const asn = number(component.props, "existing.gateway.asn");
      const gateway = network.gateways.find(({ urn }) => resources.get(urn)?.parent === component.urn);
      if (typeof asn !== "number" || !gateway) return [];
      const read = resources.get(gateway.urn);
      return [[gateway.urn, { vpc, asn, silent: read !== undefined && isUnread(read) }]];
    }),
  );
}

/** Of those that are told, the ones that the network's own resource does not tell. */
function rangesOf({ component, vpc, cloud }: Told, known: readonly RangeFact[]): RangeFact[] {
  const own = new Set(known.filter(({ owner }) => owner === vpc.urn).map(({ cidr }) => cidr));
  return declaredRanges(component).flatMap((cidr, index): RangeFact[] => {
    if (own.has(cidr)) return [];
    const origin = { urn: component.urn, property: `existing.network.ranges.${index}` };
    return [{ use: RangeUse.network, cidr, cloud, owner: vpc.urn, origin }];
  });
}

function declaredRanges(component: Resource): string[] {
  const ranges = texts(component.props, "existing.network.ranges");
  return ranges === undefined || isUnknown(ranges) ? [] : ranges;
}

/** Each thing that was told, with what has been read of it. */
function factsOf({ component, vpc }: Told, network: Network, resources: ResourceIndex): ExistingFact[] {
  const fact = (what: string, property: string, declared: string[], actual: string[], read: string) => ({
    member: component.name,
    what,
    declared,
    actual,
    origin: { urn: component.urn, property: `existing.${property}` },
    read,
  });
  const actual = network.ranges
    .filter(
      ({ owner, use, origin }) => owner === vpc.urn && use === RangeUse.network && origin.urn === vpc.urn,
    )
    .flatMap(({ cidr }) => (isKnown(cidr) ? [cidr] : []));
  const facts = [fact("range of the network", "network.ranges", declaredRanges(component), actual, vpc.urn)];
  const gateway = network.gateways.find(({ urn }) => resources.get(urn)?.parent === component.urn);
  const read = resources.get(gateway?.urn ?? "");
  const asn = number(component.props, "existing.gateway.asn");
  if (!gateway || !read || typeof asn !== "number" || isUnread(read)) return facts;
  facts.push(
    fact(
      "ASN of the gateway",
      "gateway.asn",
      [String(asn)],
      isKnown(gateway.asn) ? [String(gateway.asn)] : [],
      gateway.origin.urn,
    ),
  );
  const addresses = texts(component.props, "existing.gateway.addresses");
  if (addresses === undefined || isUnknown(addresses)) return facts;
  return [
    ...facts,
    fact("public address of the gateway", "gateway.addresses", addresses, outsideOf(read), read.urn),
  ];
}

/** Public addresses as Google Cloud and Azure tell them of a gateway. */
function outsideOf({ props }: Resource): string[] {
  const of = (path: string, key: string): string[] => {
    const entries = list(props, path) ?? [];
    if (isUnknown(entries)) return [];
    return entries.flatMap((entry) => {
      const value = valueAt(entry, key);
      return typeof value === "string" ? [value] : [];
    });
  };
  return [
    ...of("vpnInterfaces", "ipAddress"),
    ...of("bgpSettings.bgpPeeringAddresses", "tunnelIpAddresses.0"),
  ];
}
