/**
 * What is made of all resources at once, made once for each index of them: else every resource of a type would be looked up
 * against every resource of another.
 */
export function perIndex<Index extends object, T>(make: (index: Index) => T): (index: Index) => T {
  const made = new WeakMap<Index, { value: T }>();
  return (index) => {
    const before = made.get(index);
    if (before) return before.value;
    const value = make(index);
    made.set(index, { value });
    return value;
  };
}
