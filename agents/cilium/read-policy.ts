import type { PolicyPermission } from "../../network/model/forwarding";
import { flag, list, text, texts, valueAt } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import { clusterLabel } from "./facts";

/** What one rule of a clusterwide policy says of connections that come in to pods. */
export interface PolicyRule {
  allPods: OrUnknown<boolean>;
  ingress: OrUnknown<PolicyPermission[]>;
  /** Whether it shuts what it does not name. */
  shuts: boolean;
}

const SAYS_NOTHING: PolicyRule = { allPods: false, ingress: [], shuts: false };

/** Every rule of a `CiliumClusterwideNetworkPolicy`, under `spec` and `specs`; none where it shows none. */
export function policyRules(props: unknown): PolicyRule[] {
  const several = list(props, "specs") ?? [];
  const specs = [valueAt(props, "spec"), ...(isUnknown(several) ? [UNKNOWN] : several)];
  return specs.flatMap((spec) => (spec === undefined ? [] : [ruleOf(spec)]));
}

function ruleOf(spec: unknown): PolicyRule {
  if (isUnknown(spec)) return { allPods: UNKNOWN, ingress: UNKNOWN, shuts: true };
  // A policy for nodes.
  if (valueAt(spec, "nodeSelector") !== undefined) return SAYS_NOTHING;
  const unread: PolicyRule = { allPods: everyPod(spec), ingress: UNKNOWN, shuts: true };
  const [permits, refusals] = [list(spec, "ingress") ?? [], list(spec, "ingressDeny") ?? []];
  const shuts = flag(spec, "enableDefaultDeny.ingress") ?? true;
  if (isUnknown(permits) || isUnknown(refusals) || isUnknown(shuts)) return unread;
  const found = [
    ...permits.map((rule) => permissionOf(rule, false)),
    ...refusals.map((rule) => permissionOf(rule, true)),
  ];
  if (found.length === 0) return SAYS_NOTHING;
  const ingress = found.filter((permission) => permission !== undefined);
  return ingress.length < found.length ? unread : { allPods: everyPod(spec), ingress, shuts };
}

/** An empty selector selects pods of every namespace. */
function everyPod(spec: unknown): OrUnknown<boolean> {
  const selector = valueAt(spec, "endpointSelector");
  if (isUnknown(selector)) return UNKNOWN;
  const parts = [valueAt(selector, "matchLabels") ?? {}, valueAt(selector, "matchExpressions") ?? []];
  if (parts.some((part) => isUnknown(part) || typeof part !== "object")) return UNKNOWN;
  return parts.every((part) => Object.keys(Object(part)).length === 0);
}

/** Sources of an ingress rule; without any of them ports alone mean everybody, and an empty rule nobody. */
const SOURCES = [
  "fromEndpoints",
  "fromEntities",
  "fromCIDR",
  "fromCIDRSet",
  "fromNodes",
  "fromGroups",
  "fromRequires",
];

/** `undefined` where it cannot be told. */
function permissionOf(rule: unknown, deny: boolean): PolicyPermission | undefined {
  const ports = portsOf(rule);
  if (isUnknown(rule) || ports === undefined) return undefined;
  const said = { ports, ...(deny ? { deny } : {}) };
  if (SOURCES.every((key) => valueAt(rule, key) === undefined)) {
    return ports.length > 0 ? { allBut: [], ...said } : said;
  }
  const endpoints = list(rule, "fromEndpoints") ?? [];
  const entities = texts(rule, "fromEntities") ?? [];
  const ranges = rangesOf(rule);
  if (isUnknown(endpoints) || isUnknown(entities) || ranges === undefined) return undefined;
  const named: Clusters[] = entities.includes("all") ? [{ allBut: [] }] : [];
  for (const endpoint of endpoints) {
    const clusters = clustersOf(endpoint, deny);
    if (clusters === undefined) return undefined;
    named.push(clusters);
  }
  const world = entities.includes("world") || entities.includes("all") ? ["0.0.0.0/0"] : [];
  const all = [...ranges, ...world];
  return { ...joined(named), ...(all.length > 0 ? { ranges: all } : {}), ...said };
}

type Clusters = Pick<PolicyPermission, "clusters" | "allBut">;

function joined(parts: Clusters[]): Clusters {
  const clusters = parts.flatMap((part) => part.clusters ?? []);
  const open = parts.flatMap(({ allBut }) => (allBut ? [allBut] : []));
  const [first, ...others] = open;
  if (!first) return clusters.length > 0 ? { clusters } : {};
  const kept = first.filter((name) => others.every((other) => other.includes(name)));
  return { allBut: kept.filter((name) => !clusters.includes(name)) };
}

/**
 * Other clusters whose pods a selector selects. One that names no cluster means the own one, as `policyDefaultLocalCluster` has it,
 * the default from 1.19. A refusal of some pods of a cluster does not refuse the cluster; a permission for some lets it in.
 */
function clustersOf(selector: unknown, deny: boolean): Clusters | undefined {
  const labels = valueAt(selector, "matchLabels") ?? {};
  const expressions = list(selector, "matchExpressions") ?? [];
  if (isUnknown(selector) || isUnknown(labels) || isUnknown(expressions)) return undefined;
  const keys = Object.keys(Object(labels));
  const about = expressions.filter((expression) => text(expression, "key") === clusterLabel);
  const narrowed = keys.some((key) => key !== clusterLabel) || about.length < expressions.length;
  if (deny && narrowed) return {};
  let clusters: Clusters | undefined;
  if (keys.includes(clusterLabel)) {
    // The label's own name has dots in it.
    const name: unknown = Object(labels)[clusterLabel];
    if (typeof name !== "string") return undefined;
    clusters = { clusters: [name] };
  }
  for (const expression of about) {
    const selected = selectedBy(expression);
    if (selected === undefined) return undefined;
    clusters = clusters === undefined ? selected : both(clusters, selected);
  }
  return clusters ?? {};
}

function selectedBy(expression: unknown): Clusters | undefined {
  const values = texts(expression, "values") ?? [];
  if (isUnknown(values)) return undefined;
  switch (text(expression, "operator")) {
    case "Exists":
      return { allBut: [] };
    case "NotIn":
      return { allBut: values };
    case "In":
      return { clusters: values };
    case "DoesNotExist":
      return { clusters: [] };
    default:
      return undefined;
  }
}

/** Clusters that both select. */
function both(one: Clusters, other: Clusters): Clusters {
  if (one.allBut && other.allBut) return { allBut: [...new Set([...one.allBut, ...other.allBut])].sort() };
  const selects = ({ clusters, allBut }: Clusters, name: string) =>
    clusters?.includes(name) ?? (allBut !== undefined && !allBut.includes(name));
  const names = [...(one.clusters ?? []), ...(other.clusters ?? [])];
  return { clusters: [...new Set(names)].filter((name) => selects(one, name) && selects(other, name)) };
}

function rangesOf(rule: unknown): string[] | undefined {
  const [plain, sets] = [texts(rule, "fromCIDR") ?? [], list(rule, "fromCIDRSet") ?? []];
  if (isUnknown(plain) || isUnknown(sets)) return undefined;
  const ranges = sets.map((set) => text(set, "cidr"));
  if (ranges.some((range) => isUnknown(range))) return undefined;
  return [...plain, ...ranges.filter((range) => typeof range === "string")];
}

/** Empty: every port. `undefined` where one cannot be told, as one that has a name. */
function portsOf(rule: unknown): string[] | undefined {
  const [lists, icmp] = [list(rule, "toPorts"), list(rule, "icmps")];
  if (isUnknown(lists) || isUnknown(icmp)) return undefined;
  const ports: string[] = icmp === undefined ? [] : ["icmp"];
  for (const one of lists ?? []) {
    const entries = list(one, "ports") ?? [];
    if (isUnknown(entries)) return undefined;
    if (entries.length === 0) return [];
    for (const entry of entries) {
      const texts = portTextsOf(entry);
      if (texts === undefined) return undefined;
      ports.push(...texts);
    }
  }
  return ports;
}

function portTextsOf(entry: unknown): string[] | undefined {
  const [port, end] = [valueAt(entry, "port"), valueAt(entry, "endPort")];
  const protocol = text(entry, "protocol") ?? "ANY";
  if (isUnknown(protocol) || isUnknown(port) || isUnknown(end) || !/^\d+$/.test(String(port)))
    return undefined;
  const protocols = protocol === "ANY" || protocol === "" ? ["tcp", "udp"] : [protocol.toLowerCase()];
  const [first, last] = [Number(port), Number(end ?? port)];
  // Port 0 stands for all of the protocol.
  return protocols.map((one) =>
    first === 0 ? one : `${first === last ? first : `${first}-${last}`}/${one}`,
  );
}
