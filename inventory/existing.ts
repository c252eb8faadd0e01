import { broughtToAws } from "../clouds/aws/read/brought";
import { broughtToAzure } from "../clouds/azure/read/brought";
import { broughtToGcp } from "../clouds/gcp/read/brought";
import { type Cidr, overlaps, parseCidr } from "../network/address/cidr";
import type { Bringing, Brought } from "../network/model/brought";
import type { ExistingFact } from "../network/model/existing";
import type { Network, RangeFact } from "../network/model/network";
import { RangeUse } from "../network/model/network";
import { list, number, text, texts } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isKnown, isUnknown } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud } from "../network/spec/shape";
import { type ToldCluster, withClusters } from "./existing-clusters";

/** Our own cluster components, and what each reads of what a member brings with it. */
const CLUSTERS: Record<string, (bringing: Bringing) => Brought[]> = {
  "isthmus:index:EksCluster": broughtToAws,
  "isthmus:index:GkeCluster": broughtToGcp,
  "isthmus:index:AksCluster": broughtToAzure,
};

/**
 * The resources with those that members bring with them. The engine shows a policy pack no resource that is only read, and before a
 * cloud was asked nothing is known of one: then what the component was told of it stands in its place.
 */
export function withBrought(resources: Resource[]): Resource[] {
  const components = resources.filter(({ type }) => type in CLUSTERS);
  if (components.length === 0) return resources;
  const told = components.flatMap((component) => {
    const bringing = bringingOf(component);
    return bringing ? (CLUSTERS[component.type]?.(bringing) ?? []).map((one) => standIn(component, one)) : [];
  });
  if (told.length === 0) return resources;
  const known = new Map(resources.map((resource) => [resource.urn, resource]));
  const children = new Map(components.map((component) => [component.urn, bringingOf(component)]));
  const missing = told.filter(({ urn, props }) => {
    const read = known.get(urn);
    // azure-native reads by id alone: nothing is there before Azure was asked.
    return read === undefined || Object.keys(props).every((key) => isAbsent(read.props[key]));
  });
  const instead = new Map(missing.map((resource) => [resource.urn, resource]));
  const left = resources.filter(({ urn }) => !instead.has(urn));
  return [...left.map((resource) => placed(resource, children.get(resource.parent ?? ""))), ...missing];
}

/** A subnet in a VNet that is there: Azure's own outputs do not say which, and where nothing of ours is referred to, nothing else does. */
function placed(resource: Resource, bringing: Bringing | undefined): Resource {
  const { type, props } = resource;
  if (!bringing || type !== "azure-native:network:Subnet" || !isAbsent(props.virtualNetworkName))
    return resource;
  const virtualNetworkName = bringing.existing.network.id.split("/").at(-1);
  return { ...resource, props: { ...props, virtualNetworkName } };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || isUnknown(value);
}

function bringingOf({ name, props }: Resource): Bringing | undefined {
  const [id, ranges] = [text(props, "existing.network.id"), texts(props, "existing.network.ranges")];
  const region = text(props, "region");
  if (typeof id !== "string" || ranges === undefined || isUnknown(ranges) || typeof region !== "string")
    return undefined;
  const gateway = gatewayOf(props);
  return { name, region, existing: { network: { id, ranges }, ...(gateway ? { gateway } : {}) } };
}

function gatewayOf(props: unknown): Bringing["existing"]["gateway"] {
  const at = "existing.gateway";
  const [id, asn] = [text(props, `${at}.id`), number(props, `${at}.asn`)];
  if (typeof id !== "string" || typeof asn !== "number") return undefined;
  const word = (key: string) => {
    const value = text(props, `${at}.${key}`);
    return typeof value === "string" ? { [key]: value } : {};
  };
  const words = (key: string) => {
    const values = texts(props, `${at}.${key}`);
    return values === undefined || isUnknown(values) ? {} : { [key]: values };
  };
  return {
    ...{ id, asn },
    ...{ ...word("routeTable"), ...word("attachment"), ...word("router") },
    ...{ ...words("addresses"), ...words("configurations") },
  };
}

/** As the engine would name and show it. */
function standIn(component: Resource, { type, name, id, props }: Brought): Resource {
  const [stack, project, types] = component.urn.split("::");
  return {
    urn: `${stack}::${project}::${types}$${type}::${name}`,
    ...{ type, name, id, props, parent: component.urn, custom: true },
    ...{ dependencies: [], propertyDependencies: {} },
  };
}

/** What an inventory gains by what is said of existing things, and both sides of it where the cloud has said something too. */
export interface WithExisting {
  network: Network;
  existing: ExistingFact[];
}

/** Declared ranges that no resource tells, clusters that nobody reads, and what their cloud said of all that was read. */
export function withExisting(network: Network, resources: ResourceIndex): WithExisting {
  const told = Object.keys(CLUSTERS)
    .flatMap((type) => resources.ofType(type))
    .flatMap((component): ToldCluster[] => {
      const [first] = CLUSTERS[component.type]?.(bringingOf(component) ?? NOTHING) ?? [];
      const vpc = first && resources.get(standIn(component, first).urn);
      const cloud = Object.values(Cloud).find((one) => one === text(component.props, "cloud"));
      return vpc && cloud ? [{ component, vpc, cloud }] : [];
    });
  if (told.length === 0) return { network, existing: [] };
  const ranges = [...network.ranges, ...told.flatMap((one) => rangesOf(one, network.ranges))];
  return {
    network: withClusters({ ...network, ranges }, told, resources),
    existing: told.flatMap(({ component }) => factsOf(component)),
  };
}

const NOTHING: Bringing = { name: "", region: "", existing: { network: { id: "", ranges: [] } } };

/** Of those that are told, the ones that the network's own resource does not tell, not even as a part of one or with more to it. */
function rangesOf({ component, vpc, cloud }: ToldCluster, known: readonly RangeFact[]): RangeFact[] {
  const own = known
    .filter(({ owner, use }) => owner === vpc.urn && use === RangeUse.network)
    .flatMap(({ cidr }) => (isUnknown(cidr) ? [] : (canonical(cidr) ?? [])));
  const declared = texts(component.props, "existing.network.ranges");
  return (declared === undefined || isUnknown(declared) ? [] : declared).flatMap(
    (cidr, index): RangeFact[] => {
      const range = canonical(cidr);
      if (range && own.some((one) => overlaps(one, range))) return [];
      const origin = { urn: component.urn, property: `existing.network.ranges.${index}` };
      return [{ use: RangeUse.network, cidr, cloud, owner: vpc.urn, origin }];
    },
  );
}

function canonical(text: string): Cidr | undefined {
  const parsed = parseCidr(text);
  return "fault" in parsed ? undefined : parsed;
}

/** What was told, with what the component read: known in a preview and in a state, not in a check without credentials. */
const COMPARED: [what: string, told: string, read: string][] = [
  ["range of the network", "existing.network.ranges", "read.ranges"],
  ["ASN of the gateway", "existing.gateway.asn", "read.asn"],
  ["public address of the gateway", "existing.gateway.addresses", "read.addresses"],
];

function factsOf({ urn, name, props }: Resource): ExistingFact[] {
  return COMPARED.flatMap(([what, told, read]): ExistingFact[] => {
    const [declared, actual] = [valuesAt(props, told), valuesAt(props, read)];
    if (declared.length === 0) return [];
    return [{ member: name, what, declared, actual, origin: { urn, property: told } }];
  });
}

/** One value or several, as texts; what is not known is none. */
function valuesAt(props: unknown, path: string): string[] {
  const values = list(props, path);
  if (values !== undefined && !isUnknown(values)) return values.filter(isKnown).map(String);
  const [one, count] = [text(props, path), number(props, path)];
  if (typeof count === "number") return [String(count)];
  return typeof one === "string" ? [one] : [];
}
