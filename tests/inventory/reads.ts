import { inventory } from "../../inventory";
import { inKnownWords } from "../../inventory/spelling";
import { isUnknown, type Resource } from "../../network/model/resource";

/** Paths of what was read, by type; `*` for every element of a list and every key of a map. */
export type Reads = Map<string, Set<string>>;

/** Adds what reading resources as a network looks at: values that are set, no others. */
export function addReadsOf(resources: Resource[], reads: Reads): void {
  inventory(
    inKnownWords(resources).map((resource) => {
      const paths = reads.get(resource.type) ?? new Set();
      reads.set(resource.type, paths);
      return { ...resource, props: watched(resource.props, [], paths) };
    }),
  );
}

function watched<T extends object>(value: T, at: string[], paths: Set<string>): T {
  // Whoever goes through all keys asks for none by its name.
  let walked = false;
  return new Proxy(value, {
    ownKeys(target) {
      walked = true;
      return Reflect.ownKeys(target);
    },
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || !Object.hasOwn(target, key)) return found;
      if (Array.isArray(target) && !/^\d+$/.test(key)) return found;
      if (found === undefined || found === null) return found;
      const path = [...at, Array.isArray(target) || walked ? "*" : key];
      if (typeof found === "object" && !isUnknown(found)) {
        paths.add(path.join("."));
        return watched(found, path, paths);
      }
      // Elements of a list of plain values are the list.
      paths.add((Array.isArray(target) ? at : path).join("."));
      return found;
    },
  });
}
