import { inventory } from "../../inventory";
import type { Inventory } from "../../network/model/inventory";
import { valueAt } from "../../network/model/property";
import { isUnknown, type Resource } from "../../network/model/resource";
import { kindOf } from "../network/reach/removal/kinds";
import { ADDRESS_FAULTS } from "./address-faults";
import type { Dump } from "./dumps";
import { ENCRYPTION_FAULTS } from "./encryption-faults";
import { isEquivalent } from "./equivalent";
import type { PropertyFault } from "./fault";
import { LINK_FAULTS } from "./link-faults";
import { type Mutation, pointedTo, without, withValue } from "./mutation";
import { REACH_FAULTS } from "./reach-faults";
import { general, type Read, readsOf } from "./read-paths";
import { lossOf, mayNameNobody } from "./removals";
import { WITHOUT_FAULT } from "./without-fault";

/** Every wrong kind of value, by the kind of property that it is wrong for. */
export const PROPERTY_FAULTS: readonly PropertyFault[] = [
  ...ADDRESS_FAULTS,
  ...ENCRYPTION_FAULTS,
  ...LINK_FAULTS,
  ...REACH_FAULTS,
];

/** What a stack's mutations are made from, and what of it has no fault of its own. */
export interface Generated {
  mutations: Mutation[];
  /** Properties that are read, are set, and that no fault is for: `type path`. */
  untouched: string[];
}

/**
 * All single faults of one stack: of each property that is read every wrong kind of value, of each reference that is followed its loss
 * and another target, and each resource that is lost. Where a stack has many of one kind, the first stands for them.
 */
export function mutationsOf({ name: base, resources }: Dump): Generated {
  const network = inventory(resources);
  const reads = readsOf(resources).filter(
    ({ resource }) => resource.custom || resource.type.endsWith(":Mesh"),
  );
  const stack: Stack = { base, resources, network };
  const first = new Set<string>();
  const mutations = [
    ...reads.flatMap((read) => (read.path.startsWith("@") ? lost(stack, read) : spoilt(stack, read))),
    ...resources.flatMap((resource) => removed(stack, resource)),
  ].filter(({ kind }) => !first.has(kind) && first.add(kind));
  return {
    mutations: mutations.map(({ kind: _kind, ...mutation }) => mutation),
    untouched: untouchedBy(reads),
  };
}

interface Stack {
  base: string;
  resources: Resource[];
  network: Inventory;
}

interface OfKind extends Mutation {
  /** Two of one kind differ in nothing that a rule sees. */
  kind: string;
}

function spoilt({ base, resources, network }: Stack, { resource, path }: Read): OfKind[] {
  const property = `${resource.type} ${general(path)}`;
  const value = valueAt(resource.props, path);
  if (isUnknown(value)) return [];
  return PROPERTY_FAULTS.filter(
    ({ of, unset }) => of.test(property) && (value !== undefined || unset),
  ).flatMap(({ wrong }) =>
    wrong({ resource, path, value, network })
      .filter((one) => JSON.stringify(one.value) !== JSON.stringify(value))
      .map(({ what, value: wrongValue, expect }) => ({
        name: `${base}: ${path} of ${resource.name} (${resource.type}) ${what}`,
        kind: `${property} ${what}`,
        base,
        expect,
        resources: withValue(resources, resource, path, wrongValue),
      })),
  );
}

function lost({ base, resources, network }: Stack, { resource, path }: Read): OfKind[] {
  const expect = lossOf(resource);
  const property = path.slice(1);
  const urns = resource.propertyDependencies[property] ?? [];
  const [target] = urns.flatMap((urn) => resources.filter((one) => one.urn === urn));
  // What a cloud does not build a way of is named for other ends: keys, folders, logs.
  if (!expect || !target || lossOf(target) === undefined) return [];
  if (isEquivalent({ resource, path, network, resources })) return [];
  const role = kindOf(
    resource,
    network.members.map(({ name }) => name),
  );
  const other = resources.find(({ type, urn }) => type === target.type && urn !== target.urn);
  const text = (what: string) => ({
    name: `${base}: ${property} of ${resource.name} (${resource.type}) ${what}`,
    kind: `${role} @${property} ${what}`,
    base,
    expect,
  });
  return [
    ...(mayNameNobody(resource, property)
      ? [{ ...text("names nobody"), resources: pointedTo(resources, resource, property, undefined) }]
      : []),
    ...(other && urns.length === 1
      ? [{ ...text("names another"), resources: pointedTo(resources, resource, property, other) }]
      : []),
  ];
}

function removed({ base, resources, network }: Stack, resource: Resource): OfKind[] {
  const expect = lossOf(resource);
  if (!expect || isEquivalent({ resource, path: "", network, resources })) return [];
  const role = kindOf(
    resource,
    network.members.map(({ name }) => name),
  );
  return [
    {
      name: `${base}: ${resource.name} (${resource.type}) is taken away`,
      kind: `${role} is taken away`,
      base,
      expect,
      resources: without(resources, resource),
    },
  ];
}

function untouchedBy(reads: readonly Read[]): string[] {
  const found = reads.flatMap(({ resource, path }) => {
    const value = path.startsWith("@") ? undefined : valueAt(resource.props, path);
    const property = `${resource.type} ${general(path)}`;
    const plain = value !== undefined && (typeof value !== "object" || value === null);
    // What stands in a list is spoilt with its list.
    const names = [property, property.replace(/\.\*$/, "")];
    const known = [...PROPERTY_FAULTS, ...WITHOUT_FAULT].some(({ of }) =>
      names.some((name) => of.test(name)),
    );
    return plain && !known ? [property] : [];
  });
  return [...new Set(found)].sort();
}
