import { flag, list, text, valueAt } from "../network/model/property";
import type { OrUnknown, Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { Setting, SettingFact } from "../network/model/setting";
import type { Cloud } from "../network/spec/shape";

/** How one setting is read of resources of some types: a new check is one of these. */
export interface SettingCheck<Index> {
  setting: Setting;
  /** Types, in the words that the cloud's index takes. */
  of: readonly string[];
  /** Top-level property, or path, that decides it. */
  property: string;
  found: string;
  remedy: string;
  /** `undefined`: the setting means nothing for this resource. */
  holds(resource: Resource, resources: Index): OrUnknown<boolean> | undefined;
}

/** All checks over all resources of their types. */
export function settingFacts<Index>(
  cloud: Cloud,
  checks: readonly SettingCheck<Index>[],
  { ofType, resources }: { ofType: (type: string) => Resource[]; resources: Index },
): SettingFact[] {
  return checks.flatMap(({ setting, of, property, found, remedy, holds }) =>
    of.flatMap(ofType).flatMap((resource) => {
      const held = holds(resource, resources);
      if (held === undefined) return [];
      const { urn } = resource;
      return [{ urn, cloud, setting, holds: held, found, remedy, origin: { urn, property } }];
    }),
  );
}

/** A resource's own property, as a check of it. */
export type Holds = (resource: Resource) => OrUnknown<boolean>;

/** The truth value at `path` is `wanted`; where none is set it is `absent`, the cloud's default. */
export function flagIs(path: string, wanted: boolean, absent: boolean): Holds {
  return ({ props }) => {
    const value = flag(props, path) ?? absent;
    return isUnknown(value) ? UNKNOWN : value === wanted;
  };
}

/** The text at `path` fits; where none is set, `absent` says whether the cloud's default does. */
export function textFits(path: string, fits: (value: string) => boolean, absent: boolean): Holds {
  return ({ props }) => {
    const value = text(props, path);
    if (value === undefined) return absent;
    return isUnknown(value) ? UNKNOWN : fits(value);
  };
}

/** Something is set at `path`. */
export function isSet(path: string): Holds {
  return ({ props }) => {
    const value = valueAt(props, path);
    return isUnknown(value) ? UNKNOWN : value !== undefined;
  };
}

/** The list at `path` holds all of `wanted`. Not set: it holds none. */
export function holdsAll(props: unknown, path: string, wanted: readonly string[]): OrUnknown<boolean> {
  const values = list(props, path) ?? [];
  if (isUnknown(values)) return UNKNOWN;
  if (wanted.every((one) => values.includes(one))) return true;
  return values.some(isUnknown) ? UNKNOWN : false;
}

/** Whether all hold: one that does not is enough to know. */
export function allHold(values: OrUnknown<boolean>[]): OrUnknown<boolean> {
  if (values.includes(false)) return false;
  return values.every((value) => value === true) ? true : UNKNOWN;
}

/** Whether one holds: one that does is enough to know. */
export function anyHolds(values: OrUnknown<boolean>[]): OrUnknown<boolean> {
  if (values.includes(true)) return true;
  return values.every((value) => value === false) ? false : UNKNOWN;
}

/** What is true of the one holds where the other does not matter; as {@link anyHolds}, of checks. */
export function either(...checks: Holds[]): Holds {
  return (resource) => anyHolds(checks.map((check) => check(resource)));
}

/** As {@link allHold}, of checks. */
export function both(...checks: Holds[]): Holds {
  return (resource) => allHold(checks.map((check) => check(resource)));
}
