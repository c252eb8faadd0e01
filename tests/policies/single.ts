import { inventory } from "../../inventory";
import type { Resource } from "../../network/model/resource";
import type { Rule, RuleOptions } from "../../policies/rule";
import { violations } from "../../policies/rule";

/** A resource, and the resources that its properties come from, by property. */
export interface Single {
  type: string;
  props?: Record<string, unknown>;
  refs?: Record<string, string>;
  id?: string;
}

/** Resources by name, as readers see them before anything is applied. */
export function resourcesOf(parts: Record<string, Single>): Resource[] {
  const urns = Object.fromEntries(
    Object.entries(parts).map(([name, { type }]) => [name, `urn:pulumi:test::test::${type}::${name}`]),
  );
  return Object.entries(parts).map(([name, { type, props = {}, refs = {}, id }]) => ({
    urn: urns[name] ?? "",
    type,
    name,
    custom: true,
    props,
    ...(id === undefined ? {} : { id }),
    dependencies: Object.values(refs).flatMap((to) => urns[to] ?? []),
    propertyDependencies: Object.fromEntries(
      Object.entries(refs).map(([property, to]) => [property, [urns[to] ?? to]]),
    ),
  }));
}

/** What a rule says of some resources: `name: message` each. */
export function said(rule: Rule, parts: Record<string, Single>, options: RuleOptions = {}): string[] {
  return violations(rule, inventory(resourcesOf(parts)), options).map(
    ({ urn, message }) => `${urn.split("::").at(-1)}: ${message}`,
  );
}

export const EKS = "aws:eks/cluster:Cluster";
export const EKS_NODES = "aws:eks/nodeGroup:NodeGroup";
export const GKE = "gcp:container/cluster:Cluster";
export const GKE_NODES = "gcp:container/nodePool:NodePool";
export const AKS = "azure-native:containerservice:ManagedCluster";
