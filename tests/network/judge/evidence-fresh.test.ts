import assert from "node:assert/strict";
import { type EvidenceOptions, evidenceFresh } from "../../../network/judge/evidence-fresh";
import type { Inventory } from "../../../network/model/inventory";
import { UNKNOWN } from "../../../network/model/resource";
import { network } from "./example";

/** Two members joined by a line that was measured on a day. */
function judge(asOf: string, options: EvidenceOptions, facts: Partial<Inventory> = {}) {
  const origin = { urn: "urn:mesh" };
  const line = { rtt: 20, asOf, capacity: 1000, encryption: "ipsec" as never, origin };
  return evidenceFresh(
    network({
      members: [
        { name: "dublin", cloud: "aws", region: "eu-west-1", origin },
        { name: "frankfurt", cloud: "gcp", region: "europe-west3", origin },
      ],
      links: [{ name: "dublin~frankfurt", a: "dublin", b: "frankfurt", kind: "existing", tunnels: [], line }],
      intents: [{ from: "dublin", to: "frankfurt", tier: "gold", rtt: 30, origin }],
      ...facts,
    }),
    options,
  );
}

describe("evidenceFresh", () => {
  it("accepts figures that are as old as allowed", () => {
    assert.deepEqual(judge("2026-10-24", { today: "2026-11-23", maxAge: 30 }), {
      problems: [],
      unknowns: [],
    });
  });

  it("refuses older ones, with their date, their age and the path", () => {
    const { problems } = judge("2026-10-23", { today: "2026-11-23", maxAge: 30 });
    assert.match(
      problems[0]?.message ?? "",
      /^dublin to frankfurt: .* figures of 2026-10-23, 31 days old where 30 are allowed \(dublin → frankfurt/,
    );
  });

  it("refuses a date that nobody can read", () => {
    assert.equal(judge("last summer", { today: "2026-11-23" }).problems.length, 1);
  });

  it("counts from the newest figure where no date is given, so that it says the same every day", () => {
    assert.deepEqual(judge("2026-07-01", { maxAge: 60 }).problems, []);
    assert.equal(judge("2022-04", {}).problems.length, 1);
  });

  it("names a region and a description that are not known", () => {
    const origin = { urn: "urn:mesh" };
    const members = [{ name: "dublin", cloud: "aws", region: UNKNOWN, origin }] as Inventory["members"];
    assert.equal(judge("2026-07-01", {}, { members }).unknowns.length, 2);
    assert.equal(judge("2026-07-01", {}, { unread: [origin] }).unknowns.length, 1);
  });
});
