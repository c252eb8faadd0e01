import { UNKNOWN_TEXT } from "./wire";

/**
 * What a program gets for a question that nobody can answer here: a value of which nothing is known, at any depth. Reading a property
 * of it gives another; as text it is the text that stands for an unknown; as a resource's property it is unknown, and an output
 * that holds it is. As a list it has one element, and `onCounted` tells that a program asked how many there are: how many
 * resources it makes of them is then not known either.
 */
export function unknownAnswer(onCounted: () => void): object {
  const children = new Map<string, object>();
  const child = (key: string): object => {
    const before = children.get(key);
    if (before) return before;
    const made = unknownAnswer(onCounted);
    children.set(key, made);
    return made;
  };
  const elements = (): object[] => {
    onCounted();
    return [child("0")];
  };
  const read = (_target: object, key: string | symbol): unknown => {
    if (typeof key === "symbol") {
      if (key === Symbol.toPrimitive) return () => UNKNOWN_TEXT;
      return key === Symbol.iterator ? () => elements()[Symbol.iterator]() : undefined;
    }
    // By these two the SDK tells its own objects from others, and JavaScript a promise from other values.
    if (key.startsWith("__pulumi")) return key === "__pulumiUnknown" ? true : undefined;
    if (key === "then") return undefined;
    if (key === "toString" || key === "toJSON" || key === "valueOf") return () => UNKNOWN_TEXT;
    if (key === "length") return elements().length;
    const method: unknown = Reflect.get(Array.prototype, key);
    if (typeof method === "function" && key !== "constructor") {
      return (...args: unknown[]) => Reflect.apply(method, elements(), args);
    }
    return child(key);
  };
  return new Proxy({}, { get: read });
}
