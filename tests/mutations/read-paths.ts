import { inventory } from "../../inventory";
import type { Inventory } from "../../network/model/inventory";
import { isUnknown, type Resource } from "../../network/model/resource";
import { rules } from "../../policies/rules";

/** Property paths by resource type, list indices as `*`: `secondaryIpRanges.*.ipCidrRange`. */
export type ReadPaths = Map<string, Set<string>>;

/** A read of one property of one resource, whether it is set or not. */
export interface Read {
  resource: Resource;
  /** `secondaryIpRanges.0.ipCidrRange`; `@vpcId` where it was asked which resources the property comes from. */
  path: string;
}

/**
 * Every property that the inventory of these resources, and every rule over it, reads: found by watching, so that no reader has to say
 * what it reads. A property that is looked for and not set is read too.
 */
export function readsOf(
  resources: readonly Resource[],
  judge: (network: Inventory) => void = judgeAll,
): Read[] {
  const seen = new Map<Resource, Set<string>>(resources.map((resource) => [resource, new Set()]));
  const watched = resources.map((resource) => {
    const paths = seen.get(resource) ?? new Set();
    return {
      ...resource,
      props: watch(resource.props, "", (path) => paths.add(path)),
      propertyDependencies: watch(resource.propertyDependencies, "", (path) => paths.add(reference(path))),
    };
  });
  judge(inventory(watched));
  return [...seen].flatMap(([resource, paths]) => [...paths].sort().map((path) => ({ resource, path })));
}

/** The same by type. */
export function readPaths(resources: readonly Resource[]): ReadPaths {
  const found: ReadPaths = new Map();
  for (const { resource, path } of readsOf(resources)) {
    const paths = found.get(resource.type) ?? new Set();
    paths.add(general(path));
    found.set(resource.type, paths);
  }
  return found;
}

/** Of a property that names other resources, and of the places in that list, one path. */
function reference(path: string): string {
  return `@${path.split(".")[0]}`;
}

/** A path without the place in a list: `a.0.b` is `a.*.b`. */
export function general(path: string): string {
  return path.replace(/(^|\.)\d+(?=\.|$)/g, "$1*");
}

function judgeAll(network: Inventory): void {
  for (const rule of rules) rule.judge(network, {});
}

/** The value itself, but every look at one of its properties, at any depth, is told. */
function watch<T extends object>(target: T, at: string, told: (path: string) => void): T {
  const children = new WeakMap<object, object>();
  const pathOf = (key: string) => (at === "" ? key : `${at}.${key}`);
  const isOwn = (key: string | symbol): key is string =>
    // A list's methods and its length are no properties of a resource.
    typeof key === "string" && (Array.isArray(target) ? /^\d+$/.test(key) : !(key in Object.prototype));
  return new Proxy(target, {
    get(from, key, receiver) {
      const value: unknown = Reflect.get(from, key, receiver);
      if (!isOwn(key)) return value;
      told(pathOf(key));
      if (typeof value !== "object" || value === null || isUnknown(value)) return value;
      const known = children.get(value) ?? watch(value, pathOf(key), told);
      children.set(value, known);
      return known;
    },
    has(from, key) {
      if (isOwn(key)) told(pathOf(key));
      return Reflect.has(from, key);
    },
    getOwnPropertyDescriptor(from, key) {
      if (isOwn(key)) told(pathOf(key));
      return Reflect.getOwnPropertyDescriptor(from, key);
    },
  });
}
