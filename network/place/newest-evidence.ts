import { DISTANCE_MODEL } from "./distance-model";
import figures from "./figures.data.json";

/** Newest date of any figure that estimates rest on, and of `others`, as written (`YYYY-MM-DD` or `YYYY-MM`). */
export function newestEvidence(others: readonly string[] = []): string {
  const dates = [...figures.sets.map(({ asOf }) => asOf), DISTANCE_MODEL.asOf, ...others].sort();
  return dates.at(-1) ?? DISTANCE_MODEL.asOf;
}
