/**
 * The candidate that takes the fewest edits (insert, delete, replace, swap of neighbours) to become `text`, ties by
 * name; `undefined` where even that one differs in more than a third of its letters.
 */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of [...candidates].sort()) {
    const count = edits(wanted, candidate);
    if (count < fewest && count <= candidate.length / 3) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
}

/** Damerau-Levenshtein distance (optimal string alignment). */
function edits(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      let least = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
