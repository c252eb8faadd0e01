import { createRequire } from "node:module";
import { list, text, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, type OrUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import type { Cloud } from "../network/spec/shape";
import { clusterOf } from "./release";

/** The parser takes as long to load as a quarter of the rules, and few programs have a text of YAML in their objects. */
const load = createRequire(__filename);

/** A Kubernetes object that a program makes: one by one, or out of a file, a group or a chart, whose children are resources too. */
export interface Manifest {
  resource: Resource;
  /** `core`, `apps`, `operator.tigera.io`. */
  group: string;
  /** `ConfigMap`; of a patch, what it patches. */
  kind: string;
  /** The object's name, without its namespace. */
  name: string;
}

/** The objects of one cluster, in the order of registration. */
export interface Place {
  /** The cluster behind their provider, where it could be found. */
  cluster?: Resource;
  /** The cluster's; `site` for a cluster of no cloud that we know. */
  cloud: Cloud;
  manifests: Manifest[];
}

/** `kubernetes:operator.tigera.io/v1:Installation`, `kubernetes:core/v1:ConfigMapPatch`. */
const OBJECT = /^kubernetes:([\w.-]+)\/v\w+:(\w+?)(?:Patch)?$/;

/** Aliases are limited, so that a few lines cannot stand for millions. */
const MOST_ALIASES = 100;

/** Objects that `wanted` asks for, by the cluster that they are in: that of their provider, else one for all of a provider. */
export function places(
  resources: ResourceIndex,
  wanted: (manifest: Manifest) => boolean,
): Map<string, Place> {
  const byProvider = new Map<string, ReturnType<typeof clusterOf>>();
  const found = new Map<string, Place>();
  for (const resource of resources.all) {
    const manifest = manifestOf(resource);
    if (!manifest || !wanted(manifest)) continue;
    const provider = resource.provider ?? "";
    const known = byProvider.get(provider);
    const at = known?.cluster ? known : clusterOf(resource, resources);
    byProvider.set(provider, at);
    const key = placeKey(at.cluster, resource);
    const place = found.get(key) ?? { ...at, manifests: [] };
    found.set(key, place);
    place.manifests.push(manifest);
  }
  return found;
}

/** What resources of one cluster have in common: the cluster, else the provider; without either the machine's own kubeconfig. */
export function placeKey(cluster: Resource | undefined, resource: Resource): string {
  return cluster?.urn ?? resource.provider ?? "";
}

function manifestOf(resource: Resource): Manifest | undefined {
  const [, group, kind] = OBJECT.exec(resource.type) ?? [];
  return group && kind ? { resource, group, kind, name: nameOf(resource) } : undefined;
}

/** While the object's own is not known, the last part of the logical name: `calico-config` of `kube-system/calico-config`. */
function nameOf({ name, props }: Resource): string {
  const own = text(props, "metadata.name");
  return typeof own === "string" ? own : (name.split(/[/:]/).at(-1) ?? name);
}

/** The objects of a kind, by name where one is given. */
export function ofKind({ manifests }: Place, kind: string, name?: string): Manifest[] {
  return manifests.filter((one) => one.kind === kind && (name === undefined || one.name === name));
}

/** An entry of a config map, whose keys may hold dots. */
export function entry({ resource }: Manifest, key: string): OrUnknown<string> | undefined {
  const data = valueAt(resource.props, "data");
  if (isUnknown(data)) return UNKNOWN;
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, key)) return undefined;
  const value: unknown = Object.entries(data).find(([name]) => name === key)?.[1];
  return typeof value === "string" ? value : UNKNOWN;
}

/** What YAML or JSON text holds; UNKNOWN where it cannot be read. */
export function parsed(written: OrUnknown<string>): unknown {
  if (isUnknown(written)) return UNKNOWN;
  try {
    const { parseDocument }: typeof import("yaml") = load("yaml");
    const document = parseDocument(written, { prettyErrors: false, logLevel: "silent" });
    return document.errors.length > 0 ? UNKNOWN : document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return UNKNOWN;
  }
}

/** What an environment variable of a container is set to. */
export interface Variable {
  /** UNKNOWN where it comes from elsewhere. */
  value: OrUnknown<string>;
}

/** A variable of a workload's container; UNKNOWN where it cannot be told whether it is set, `undefined` where it is not. */
export function variable(
  { resource }: Manifest,
  container: string,
  name: string,
): OrUnknown<Variable> | undefined {
  const found = containersOf(resource);
  if (isUnknown(found)) return UNKNOWN;
  const own = found.find((one) => text(one, "name") === container);
  if (own === undefined) return found.some((one) => isUnknown(text(one, "name"))) ? UNKNOWN : undefined;
  const variables = list(own, "env") ?? [];
  if (isUnknown(variables)) return UNKNOWN;
  const one = variables.find((candidate) => text(candidate, "name") === name);
  if (one === undefined) return variables.some((each) => isUnknown(text(each, "name"))) ? UNKNOWN : undefined;
  const from = valueAt(one, "valueFrom");
  return { value: from === undefined ? (text(one, "value") ?? "") : UNKNOWN };
}

/** What a variable is set to; `undefined` where it is not. */
export function variableText(
  workload: Manifest,
  container: string,
  name: string,
): OrUnknown<string> | undefined {
  const found = variable(workload, container, name);
  return found === undefined || isUnknown(found) ? found : found.value;
}

/** The tag of a container's image; UNKNOWN where it has none, or a digest. */
export function imageTag({ resource }: Manifest, container: string): OrUnknown<string> {
  const containers = containersOf(resource);
  if (isUnknown(containers)) return UNKNOWN;
  const image = text(
    containers.find((one) => text(one, "name") === container),
    "image",
  );
  if (image === undefined || isUnknown(image) || image.includes("@")) return UNKNOWN;
  return /:v?([^/:]+)$/.exec(image)?.[1] ?? UNKNOWN;
}

/** A flag of any container's command line: `--cluster-cidr=10.244.0.0/16`. */
export function argument({ resource }: Manifest, name: string): OrUnknown<string> | undefined {
  const containers = containersOf(resource);
  if (isUnknown(containers)) return UNKNOWN;
  const lines = containers.flatMap((one) => [list(one, "command") ?? [], list(one, "args") ?? []]);
  if (lines.some(isUnknown)) return UNKNOWN;
  const words = lines.flatMap((line) => (isUnknown(line) ? [] : line));
  const prefix = `--${name}=`;
  for (const word of words)
    if (typeof word === "string" && word.startsWith(prefix)) return word.slice(prefix.length);
  return words.some(isUnknown) ? UNKNOWN : undefined;
}

/** Of a workload's pods, or of a pod itself. */
function containersOf({ props }: Resource): OrUnknown<unknown[]> {
  const template = valueAt(props, "spec.template") === undefined ? "spec" : "spec.template.spec";
  return list(props, `${template}.containers`) ?? [];
}
