import type { Resource } from "./resource";
import { isUnknown } from "./resource";

/** Resources by URN and by type, and the way from one to another while ids may still be unknown. */
export class ResourceIndex {
  readonly all: Resource[];
  private readonly byUrn = new Map<string, Resource>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly byTypeAndId = new Map<string, Resource>();
  private readonly byTypeAndName = new Map<string, Map<string, Resource[]>>();

  constructor(resources: Resource[]) {
    this.all = resources;
    for (const resource of resources) {
      this.byUrn.set(resource.urn, resource);
      const list = this.byType.get(resource.type);
      if (list) list.push(resource);
      else this.byType.set(resource.type, [resource]);
      if (resource.id) this.byTypeAndId.set(`${resource.type} ${resource.id}`, resource);
    }
  }

  get(urn: string): Resource | undefined {
    return this.byUrn.get(urn);
  }

  /** Types that there are, in the order of their first resources. */
  types(): string[] {
    return [...this.byType.keys()];
  }

  /** All of a type, in the order of registration. */
  ofType(type: string): Resource[] {
    return this.byType.get(type) ?? [];
  }

  /**
   * The resource of `type` that `property` of `from` points to: by the id that it holds (also the provider's other
   * names for it, such as a GCP self link or name), or, while that is unknown, by what the property depends on.
   */
  referred(from: Resource, property: string, type: string): Resource | undefined {
    return this.referredAll(from, property, type)[0];
  }

  /** Like {@link referred}, for a property that may depend on several. */
  referredAll(from: Resource, property: string, type: string): Resource[] {
    const depended = (from.propertyDependencies[property] ?? [])
      .map((urn) => this.byUrn.get(urn))
      .filter((resource) => resource?.type === type) as Resource[];
    if (depended.length > 0) return depended;
    const value = from.props[property];
    if (typeof value !== "string" || isUnknown(value)) return [];
    const byId = this.byTypeAndId.get(`${type} ${value}`);
    if (byId) return [byId];
    return this.namedOf(type).get(value) ?? [];
  }

  /** Resources of a type by every other name that its provider has for them, in the order of registration. */
  private namedOf(type: string): Map<string, Resource[]> {
    const known = this.byTypeAndName.get(type);
    if (known) return known;
    const named = new Map<string, Resource[]>();
    for (const candidate of this.ofType(type)) {
      for (const name of new Set(["selfLink", "name", "arn"].map((key) => candidate.props[key]))) {
        if (typeof name !== "string" || isUnknown(name)) continue;
        const same = named.get(name);
        if (same) same.push(candidate);
        else named.set(name, [candidate]);
      }
    }
    this.byTypeAndName.set(type, named);
    return named;
  }

  /** Whether `property` of `from` comes from a resource of `type` that is not here: what it names has been taken away. */
  namesMissing(from: Resource, property: string, type: string): boolean {
    const ofType = new RegExp(`(::|\\$)${type}::[^:]*$`);
    return (from.propertyDependencies[property] ?? []).some(
      (urn) => !this.byUrn.has(urn) && ofType.test(urn),
    );
  }

  /** Whether any property of `from` comes from a resource that is not here. */
  namesAnyMissing(from: Resource): boolean {
    return Object.values(from.propertyDependencies)
      .flat()
      .some((urn) => !this.byUrn.has(urn));
  }

  /** The resource of `type` that `resource` depends on in any way, nearest first: along its dependencies' own. */
  reached(resource: Resource, type: string): Resource | undefined {
    const seen = new Set<string>([resource.urn]);
    let frontier = [resource];
    while (frontier.length > 0) {
      const next: Resource[] = [];
      for (const current of frontier) {
        const urns = new Set([
          ...current.dependencies,
          ...Object.values(current.propertyDependencies).flat(),
        ]);
        for (const urn of urns) {
          if (seen.has(urn)) continue;
          seen.add(urn);
          const dependency = this.byUrn.get(urn);
          if (!dependency) continue;
          if (dependency.type === type) return dependency;
          next.push(dependency);
        }
      }
      frontier = next;
    }
    return undefined;
  }
}
