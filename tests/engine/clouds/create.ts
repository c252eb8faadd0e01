import { type Cloud, descriptorOf } from "./cloud";
import { differences } from "./difference";
import { digestOf, outsideAddress } from "./digest";
import { type Change, type CloudObject, keyOf } from "./journal";
import { outputsOf, previewedOutputs } from "./outputs";
import { type Properties, plainProperties } from "./properties";
import { missingReference, usedAt } from "./references";
import type { Store } from "./store";
import type { Making, TypeDescriptor } from "./type-descriptor";

/** A create or an update of one resource. */
export interface Order {
  cloud: Cloud;
  type: string;
  urn: string;
  /** Logical name. */
  name: string;
  /** As Check left them, in wire form. */
  inputs: Properties;
  /** Of the provider instance, plain. */
  provider: Properties;
}

/** The cloud's refusal, in its words. */
export class Refused extends Error {}

/** What a create would make, as far as that is known beforehand. */
export function previewed(order: Order): Properties {
  const descriptor = descriptorOf(order.cloud, order.type);
  const making = { ...makingOf(order, digestOf(order.urn), () => outsideAddress(0)), used: () => undefined };
  const computed = Object.keys(descriptor.computed?.({ ...making, id: "" }) ?? {});
  return previewedOutputs(descriptor, order.inputs, computed);
}

/** Makes the object, or throws {@link Refused}. */
export function create(store: Store, order: Order): Change {
  const { cloud, type, urn, name, inputs } = order;
  const descriptor = descriptorOf(cloud, type);
  refuseMissing(store, order);
  const there = doubled(store, order);
  if (there && descriptor.adopts) return adopted(store, order, there);
  if (there) throw new Refused(cloud.refusals.taken(type, there.key));
  const digest = digestOf(type, urn, String(store.timesMade(urn)));
  const making = usingStore(
    store,
    order,
    makingOf(order, digest, (purpose) => store.address(digestOf(digest, purpose))),
  );
  const id = descriptor.id?.(making) ?? digest.slice(0, 16);
  const place = cloud.placeOf?.(order.provider);
  if (store.find(type, id, place)) throw new Refused(cloud.refusals.taken(type, id));
  const outputs = outputsOf(descriptor, inputs, descriptor.computed?.({ ...making, id }) ?? {});
  const entry: Change = { op: "create", package: cloud.package, type, id, place, name, urn, inputs, outputs };
  store.commit(entry);
  return entry;
}

/** The object that stands in the way, with what it has alike. */
function doubled(
  store: Store,
  order: Order,
  except?: string,
): { object: CloudObject; key: string } | undefined {
  const { cloud, type } = order;
  const descriptor = descriptorOf(cloud, type);
  const inputs = plainProperties(order.inputs);
  const others = [...(store.objectsByType().get(type) ?? []), ...store.left(type)].filter(
    ({ id }) => id !== except,
  );
  for (const keyFrom of descriptor.unique ?? []) {
    const key = keyFrom(inputs);
    const object = key === undefined ? undefined : others.find((other) => keyFrom(other.inputs) === key);
    if (key !== undefined && object) return { object, key };
  }
  const reason = descriptor.refuses?.(inputs, others);
  if (reason !== undefined) throw new Refused(reason);
  return undefined;
}

function adopted(store: Store, order: Order, { object }: { object: CloudObject }): Change {
  const live = store.find(object.type, object.id);
  const outputs = live?.outputs ?? object.outputs;
  const { cloud, type, urn, name, inputs } = order;
  const entry: Change = {
    op: "adopt",
    package: cloud.package,
    type,
    id: object.id,
    name,
    urn,
    inputs,
    outputs,
  };
  store.commit(entry);
  return entry;
}

/** Changes the object in place. Throws {@link Refused}. */
export function update(store: Store, order: Order, id: string): Properties {
  const { cloud, type, urn, name, inputs } = order;
  const descriptor = descriptorOf(cloud, type);
  const place = cloud.placeOf?.(order.provider);
  const live = store.find(type, id, place);
  if (!live) throw new Refused(cloud.refusals.gone(type, id));
  refuseFixed(order, live);
  refuseMissing(store, order);
  const there = doubled(store, order, id);
  if (there && !descriptor.adopts) throw new Refused(cloud.refusals.taken(type, there.key));
  const outputs = updatedOutputs(store, order, live, descriptor);
  store.commit({ op: "update", package: cloud.package, type, id, place, name, urn, inputs, outputs });
  return outputs;
}

/** The same at preview: what is not an input stays as far as the provider knows it, but for what follows from the inputs. */
export function previewedUpdate(store: Store, order: Order, id: string, before: Properties): Properties {
  const descriptor = descriptorOf(order.cloud, order.type);
  const outputs = updatedOutputs(store, order, { id, outputs: before }, descriptor);
  const known = order.cloud.knownInPreview;
  if (known === undefined) return outputs;
  const told = Object.keys(outputs).filter((key) => !known.includes(key));
  const stays = Object.fromEntries(
    known.map((key) => [key, before[key]]).filter(([, value]) => value !== undefined),
  );
  return { ...previewedOutputs(descriptor, order.inputs, told), ...stays };
}

function updatedOutputs(
  store: Store,
  order: Order,
  live: Pick<Change, "id" | "outputs">,
  descriptor: TypeDescriptor,
): Properties {
  const digest = digestOf(keyOf({ type: order.type, id: live.id }));
  const making = usingStore(
    store,
    order,
    makingOf(order, digest, () => outsideAddress(0)),
  );
  const computed = descriptor.computed?.({ ...making, id: live.id }) ?? {};
  const follows = new Set([...(descriptor.follows ?? []), ...order.cloud.follows]);
  const kept = Object.keys(computed).map((key) => [
    key,
    follows.has(key) || !(key in live.outputs) ? computed[key] : live.outputs[key],
  ]);
  const changed = descriptor.updated?.(plainProperties(live.outputs)) ?? {};
  return outputsOf(descriptor, order.inputs, { ...Object.fromEntries(kept), ...changed });
}

function refuseFixed({ cloud, type, inputs }: Order, live: Change): void {
  const fixed = descriptorOf(cloud, type).fixed ?? [];
  const change = differences(live.inputs, inputs, {}, fixed).find(({ replaces }) => replaces);
  if (change) throw new Refused(cloud.refusals.fixed?.(change.path) ?? `${change.path} cannot be changed`);
}

function refuseMissing(store: Store, { cloud, type, inputs }: Order): void {
  const uses = descriptorOf(cloud, type).uses ?? {};
  const missing = missingReference(uses, plainProperties(inputs), store.objectsByType());
  if (missing) throw new Refused(cloud.refusals.missing(missing.type, missing.path, missing.value));
}

function makingOf(order: Order, digest: string, address: (purpose: string) => string): Omit<Making, "used"> {
  return {
    type: order.type,
    name: order.name,
    inputs: plainProperties(order.inputs),
    provider: order.provider,
    digest: (purpose) => digestOf(digest, purpose),
    address,
  };
}

function usingStore(store: Store, order: Order, making: Omit<Making, "used">): Making {
  return { ...making, used: (path) => usedBy(store, order, making, path) };
}

function usedBy(
  store: Store,
  order: Order,
  making: Omit<Making, "used">,
  path: string,
): CloudObject | undefined {
  const uses = descriptorOf(order.cloud, order.type).uses ?? {};
  return usedAt(uses, making.inputs, path, store.objectsByType());
}
