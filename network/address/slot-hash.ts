/**
 * FNV-1a, 32 bits: where the search for a free slot begins. Names that differ begin at slots that differ, so
 * two branches that add different members mostly take different slots, and their locks merge.
 */
export function slotHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
