import { OUTSIDE_ADDRESSES, outsideAddress } from "./digest";
import {
  appendChange,
  applyChange,
  type Change,
  type CloudObject,
  journalReader,
  keyOf,
  objectOf,
} from "./journal";
import { byType, type ObjectsByType } from "./references";

/** All that the clouds hold, over the journal in a directory: several processes may share it. */
export interface Store {
  directory: string;
  /** The last word on an object that exists; inputs and outputs in wire form. */
  find(type: string, id: string, place?: string): Change | undefined;
  objects(): CloudObject[];
  objectsByType(): ObjectsByType;
  /** Objects that are gone but whose names stay taken. */
  left(type: string): CloudObject[];
  /** How often a resource has been made, whatever became of it. */
  timesMade(urn: string): number;
  /** A public address that no object has had, the same for the same digest and journal. */
  address(digest: string): string;
  commit(entry: Change): void;
}

export function openStore(directory: string): Store {
  const read = journalReader(directory);
  const live = new Map<string, Change>();
  const plain = new Map<string, CloudObject>();
  const left: CloudObject[] = [];
  const made = new Map<string, number>();
  const addresses = new Set<string>();
  let sorted: ObjectsByType | undefined;

  const catchUp = () => {
    for (const entry of read()) {
      sorted = undefined;
      if (entry.op === "create") made.set(entry.urn, (made.get(entry.urn) ?? 0) + 1);
      applyChange(live, entry);
      for (const [found] of JSON.stringify(entry.outputs).matchAll(/198\.1[89]\.\d+\.\d+/g))
        addresses.add(found);
      const object = objectOf(entry);
      if (entry.op === "leave") left.push(object);
      if (live.has(keyOf(entry))) plain.set(keyOf(entry), object);
      else plain.delete(keyOf(entry));
    }
  };

  return {
    directory,
    find(type, id, place) {
      catchUp();
      return live.get(keyOf({ type, id, place }));
    },
    objects() {
      catchUp();
      return [...plain.values()];
    },
    objectsByType() {
      catchUp();
      sorted ??= byType([...plain.values()]);
      return sorted;
    },
    left(type) {
      catchUp();
      return left.filter((object) => object.type === type);
    },
    timesMade(urn) {
      catchUp();
      return made.get(urn) ?? 0;
    },
    address(digest) {
      catchUp();
      let index = Number.parseInt(digest.slice(0, 8), 16) % OUTSIDE_ADDRESSES;
      while (addresses.has(outsideAddress(index))) index++;
      addresses.add(outsideAddress(index));
      return outsideAddress(index);
    },
    commit(entry) {
      appendChange(directory, entry);
      catchUp();
    },
  };
}
