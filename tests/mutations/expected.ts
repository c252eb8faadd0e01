import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Rules that a stack of examples/raw/ must break at level mandatory, by its `expected.json`; none for a clean one. */
export function mandatoryIn(name: string): string[] {
  const file = join(__dirname, "..", "..", "examples", "raw", name, "expected.json");
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  const mandatory: unknown =
    read && typeof read === "object" && "mandatory" in read ? read.mandatory : undefined;
  if (!Array.isArray(mandatory) || !mandatory.every((rule): rule is string => typeof rule === "string")) {
    throw new Error(`${file} must name the rules in its list mandatory`);
  }
  return mandatory;
}
