import type { Props } from "./property";
import { isUnknown, type Resource, UNKNOWN } from "./resource";

/**
 * Another provider's way to write a resource that a reader knows. What is said of it in this shape is read as if it were written in
 * the other: same URN, same dependencies.
 */
export interface Spelling {
  /** Type token that the readers know. */
  as: string;
  /** Where a property stands in the readers' shape, by its own name; one that is not named keeps its name. */
  properties?: Record<string, Place | Place[]>;
  /** What holds where a property is not set, in the readers' shape, as far as it is another than their own default. */
  defaults?: Props;
}

/** A path (`addressSpace.addressPrefixes`), and what the value becomes there; as it is where nothing is said. */
export type Place = string | { path: string; of: (value: unknown) => unknown };

/** By type token of the other provider. */
export type Spellings = Readonly<Record<string, Spelling>>;

/** A resource in the readers' shape. What is not known stays so, at its new place. */
export function respelled(resource: Resource, { as, properties = {}, defaults = {} }: Spelling): Resource {
  const propertyDependencies: Record<string, string[]> = {};
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    for (const key of keysOf(properties, property)) {
      propertyDependencies[key] = [...new Set([...(propertyDependencies[key] ?? []), ...urns])];
    }
  }
  const props = { ...defaults, ...placed(resource.props, properties) };
  return { ...resource, type: as, props, propertyDependencies };
}

/** What the writer of a resource calls what stands at a path of the readers' shape: for people to find it. */
export function ownPath({ properties = {} }: Spelling, path: string): string {
  for (const [property, places] of Object.entries(properties)) {
    for (const place of Array.isArray(places) ? places : [places]) {
      const at = typeof place === "string" ? place : place.path;
      if (path !== at && !path.startsWith(`${at}.`)) continue;
      // What is reshaped is found by its property; below a plain place all is as written.
      return typeof place === "string" ? `${property}${path.slice(at.length)}` : property;
    }
  }
  return path;
}

/** The same for an object inside a resource, and for each of a list of them. */
export function shaped(properties: Record<string, Place | Place[]>): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== "object" || value === null || isUnknown(value)) return value;
    if (Array.isArray(value)) return value.map(shaped(properties));
    return placed({ ...value }, properties);
  };
}

/** For what is one object here and a list there. */
export function listed(value: unknown): unknown {
  return isUnknown(value) ? UNKNOWN : [value];
}

function placed(props: Props, properties: Record<string, Place | Place[]>): Props {
  const result: Props = {};
  for (const [property, value] of Object.entries(props)) {
    if (!Object.hasOwn(properties, property)) result[property] = value;
  }
  for (const [property, places] of Object.entries(properties)) {
    const value = Object.hasOwn(props, property) ? props[property] : undefined;
    if (value === undefined || value === null) continue;
    for (const place of Array.isArray(places) ? places : [places]) {
      const { path, of } = typeof place === "string" ? { path: place, of: undefined } : place;
      const shape = of && !isUnknown(value) ? of(value) : value;
      if (shape !== undefined) put(result, path.split("."), shape);
    }
  }
  return result;
}

/** What stands above a place may be unknown, and then the place is. */
function put(props: Props, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    props[key] = value;
    return;
  }
  const above = Object.hasOwn(props, key) ? props[key] : undefined;
  if (isUnknown(above)) return;
  const inner: Props = typeof above === "object" && above !== null ? { ...above } : {};
  put(inner, rest, value);
  props[key] = inner;
}

/** Top-level properties that a property becomes. */
function keysOf(properties: Record<string, Place | Place[]>, property: string): string[] {
  const places = Object.hasOwn(properties, property) ? properties[property] : undefined;
  if (places === undefined) return [property];
  const paths = (Array.isArray(places) ? places : [places]).map((place) =>
    typeof place === "string" ? place : place.path,
  );
  return [...new Set(paths.map((path) => path.split(".")[0] ?? path))];
}
