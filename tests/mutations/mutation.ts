import type { Resource } from "../../network/model/resource";

/** One fault in a stack that has none, and who must notice. */
export interface Mutation {
  /** What was done to which resource of which stack. */
  name: string;
  /** The stack's name. */
  base: string;
  /** Rules of which one at least must say something new. */
  expect: readonly string[];
  /** The stack with the fault in it. */
  resources: Resource[];
}

/** The first expected rule's concern: `encryption` of `encryption-vpn-strong`. */
export function concernOf({ expect }: Pick<Mutation, "expect">): string {
  return expect[0]?.split("-")[0] ?? "";
}

/** The resources with `value` at `path` of one of them; `undefined` takes the property away. */
export function withValue(
  resources: readonly Resource[],
  of: Resource,
  path: string,
  value: unknown,
): Resource[] {
  const props = setAt(of.props, path.split("."), value) as Resource["props"];
  return resources.map((resource) => (resource === of ? { ...of, props } : resource));
}

/** The resources without one of them; others go on naming it. */
export function without(resources: readonly Resource[], removed: Resource): Resource[] {
  return resources.filter((resource) => resource !== removed);
}

/** The resources where `property` of one of them names `target` and nothing else; nobody at all where there is no target. */
export function pointedTo(
  resources: readonly Resource[],
  of: Resource,
  property: string,
  target: Resource | undefined,
): Resource[] {
  const { [property]: _value, ...props } = of.props;
  const { [property]: _urns, ...propertyDependencies } = of.propertyDependencies;
  const pointing: Resource = target
    ? { ...of, propertyDependencies: { ...propertyDependencies, [property]: [target.urn] } }
    : {
        ...of,
        props,
        propertyDependencies,
        dependencies: of.dependencies.filter(
          (urn) => !(of.propertyDependencies[property] ?? []).includes(urn),
        ),
      };
  return resources.map((resource) => (resource === of ? pointing : resource));
}

/** A copy along the path only, so that what is unknown stays the one value that means it. */
function setAt(holder: unknown, [key = "", ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(holder)) {
    const copy: unknown[] = [...holder];
    if (rest.length === 0 && value === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = rest.length === 0 ? value : setAt(copy[Number(key)], rest, value);
    return copy;
  }
  const copy: Record<string, unknown> = typeof holder === "object" && holder !== null ? { ...holder } : {};
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = rest.length === 0 ? value : setAt(copy[key], rest, value);
  return copy;
}
