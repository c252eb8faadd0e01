import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { capacityRows, peeringRows } from "./capacity-rows";

const document = readFileSync(join(__dirname, "../../docs/capacity.md"), "utf8");

/** Rows of a section's table, without its head. */
function rows(title: string): string[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1);
}

describe("docs/capacity.md", () => {
  it("has the figures that plans are made from, with their sources", () => {
    assert.deepEqual(rows("VPN"), capacityRows());
    assert.deepEqual(rows("Inside one cloud"), peeringRows());
  });
});
