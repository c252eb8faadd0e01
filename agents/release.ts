import { valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import type { Cloud } from "../network/spec/shape";

/** A Helm chart that a program installs, and where. */
export interface ChartRelease {
  resource: Resource;
  /** Last part of the chart's name or path: `cilium` of `cilium`, `oci://quay.io/cilium/charts/cilium` and `./cilium-1.19.6.tgz`. */
  chart: string;
  /** UNKNOWN where none is pinned: what is newest at apply. */
  version: OrUnknown<string>;
  /** The cluster behind the release's Kubernetes provider, where it could be found. */
  cluster?: Resource;
  /** The component that installs it. */
  parent?: Resource;
  /** The cluster's; `site` for a cluster of no cloud that we know. */
  cloud: Cloud;
}

const RELEASE_TYPES = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"];

export function isRelease(type: string): boolean {
  return RELEASE_TYPES.includes(type);
}

/** azure-native has a token for each API version beside the plain one. */
const CLUSTER_TYPES: { cloud: Cloud; type: RegExp }[] = [
  { cloud: "aws", type: /^aws:eks\/cluster:Cluster$/ },
  { cloud: "gcp", type: /^gcp:container\/cluster:Cluster$/ },
  { cloud: "azure", type: /^azure-native:containerservice(\/v\d+(preview)?)?:ManagedCluster$/ },
];

/** Every chart release whose chart's name is known, in the order of registration. */
export function chartReleases(resources: ResourceIndex): ChartRelease[] {
  return RELEASE_TYPES.flatMap((type) => resources.ofType(type)).flatMap((resource) => {
    const chart = valueAt(resource.props, "chart");
    if (typeof chart !== "string") return [];
    const version = valueAt(resource.props, "version");
    const parent = resource.parent === undefined ? undefined : resources.get(resource.parent);
    return [
      {
        resource,
        ...(parent ? { parent } : {}),
        chart: chartName(chart),
        version: typeof version === "string" ? version : UNKNOWN,
        ...clusterOf(resource, resources),
      },
    ];
  });
}

function chartName(chart: string): string {
  const last = chart.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return last.replace(/\.tgz$/, "").replace(/-v?\d+\.\d+\.\d+.*$/, "");
}

/** The cluster of a logical name, in a cloud that we know. */
export function clusterNamed(name: string, resources: ResourceIndex): Resource | undefined {
  return resources.all.find(
    (resource) => resource.name === name && CLUSTER_TYPES.some(({ type }) => type.test(resource.type)),
  );
}

/** Token of our own component, which says in which cluster an agent is. */
export const NETWORK_AGENT = "isthmus:index:NetworkAgent";

/** Our own components that put something into one cluster: their outputs name it. */
const OWN_COMPONENTS = /^isthmus:index:(NetworkAgent|Submariner)$/;

/** By the component's word: what a release takes of other clusters leads to those. */
function ownCluster(
  { parent }: Resource,
  resources: ResourceIndex,
): { cluster: Resource; cloud: Cloud } | undefined {
  const component = parent === undefined ? undefined : resources.get(parent);
  if (!component || !OWN_COMPONENTS.test(component.type)) return undefined;
  const name = valueAt(component.props, "clusterName");
  const cluster = typeof name === "string" ? clusterNamed(name, resources) : undefined;
  const cloud = CLUSTER_TYPES.find(({ type }) => cluster && type.test(cluster.type))?.cloud;
  return cluster && cloud ? { cluster, cloud } : undefined;
}

/** By our own component's word; else by what the release's provider depends on; by the release's own dependencies where that leads nowhere. */
export function clusterOf(
  release: Resource,
  resources: ResourceIndex,
): Pick<ChartRelease, "cluster" | "cloud"> {
  const told = ownCluster(release, resources);
  if (told) return told;
  const provider = release.provider === undefined ? undefined : resources.get(release.provider);
  const types = resources.types();
  for (const start of provider ? [provider, release] : [release]) {
    for (const { cloud, type: pattern } of CLUSTER_TYPES) {
      for (const type of types.filter((candidate) => pattern.test(candidate))) {
        const cluster = resources.reached(start, type);
        if (cluster) return { cluster, cloud };
      }
    }
  }
  return { cloud: "site" };
}

/** Our own component that a resource belongs to. */
export function ownAgentOf({ parent }: Resource, resources: ResourceIndex): Resource | undefined {
  const component = parent === undefined ? undefined : resources.get(parent);
  return component?.type === NETWORK_AGENT ? component : undefined;
}

/**
 * The release's setting at `path`, by one of the readers of `network/model/property`. `fallback` where it is not set: the
 * chart's default. UNKNOWN where files hold values too, which only the engine's host can read.
 */
export function setting<T>(
  { resource }: ChartRelease,
  path: string,
  read: (props: unknown, path: string) => OrUnknown<T> | undefined,
  fallback: T,
): OrUnknown<T> {
  const value = read(resource.props, `values.${path}`);
  if (value !== undefined) return value;
  const files = valueAt(resource.props, "valueYamlFiles");
  const elsewhere = Array.isArray(files) ? files.length > 0 : isUnknown(files);
  return elsewhere ? UNKNOWN : fallback;
}
