import type { Props } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";

/** A resource of a hand-written stack: `refs` are properties whose value another resource of it gives. */
export interface Written {
  type: string;
  props?: Props;
  refs?: Record<string, string | string[]>;
  id?: string;
}

/** As a preview shows them. URNs do not tell the type, so that two spellings of one stack can be compared. */
export function stackOf(parts: Record<string, Written>): Resource[] {
  return Object.entries(parts).map(([name, { type, props = {}, refs = {}, id }]) => {
    const propertyDependencies = Object.fromEntries(
      Object.entries(refs).map(([property, names]) => [property, [names].flat().map(urnOf)]),
    );
    return {
      ...{ urn: urnOf(name), type, name, custom: true, props, propertyDependencies },
      dependencies: Object.values(propertyDependencies).flat(),
      ...(id === undefined ? {} : { id }),
    };
  });
}

export function urnOf(name: string): string {
  return `urn:pulumi:prod::theirs::any::${name}`;
}
