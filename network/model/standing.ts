import { valueAt } from "./property";
import { isUnknown, type Resource } from "./resource";

/**
 * Whether a resource is there already, before what is looked at is applied. A state or a preview's file tells its id. The
 * engine shows outputs only: there `told` stands for it, a property that nobody but the provider gives, which is unknown or
 * absent while the resource is yet to be made, or to be made anew.
 */
export function exists(resource: Resource, told: string): boolean {
  return resource.id !== undefined || typeof valueAt(resource.props, told) === "string";
}

/**
 * Whether a property stays as it is. What an update does not touch is known from the state. A value that is not known is one
 * that changes, unless it is only hidden, as secrets are in files: then what it is made from exists already. `find` gives the
 * resource of a URN.
 */
export function settled(
  find: (urn: string) => Resource | undefined,
  resource: Resource,
  property: string,
): boolean {
  if (!isUnknown(valueAt(resource.props, property))) return true;
  const behind = resource.propertyDependencies[property.split(".")[0] ?? property] ?? [];
  return behind.every((urn) => {
    const source = find(urn);
    return !source?.custom || source.id !== undefined;
  });
}
