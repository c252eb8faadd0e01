import assert from "node:assert/strict";
import { inventory } from "../../inventory";
import type { Inventory } from "../../network/model/inventory";
import type { Rule } from "../../policies/rule";
import { violations } from "../../policies/rule";

const URN = "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::office";

const rule: Rule = {
  name: "address-example-kept",
  title: "An example",
  description: "An example.",
  why: "Because.",
  fix: "Mend it.",
  needs: "Nothing.",
  severity: "low",
  level: "mandatory",
  alone: false,
  judge: () => ({
    problems: [{ rule: "address-example-kept", message: "It is broken.", subjects: [URN, "urn:other"] }],
    unknowns: [{ urn: URN, property: "cidrBlock", neededFor: "whether it overlaps" }],
  }),
};

const network: Inventory = inventory([]);
const excepting = (resource: string, until = "2026-12-31") => ({
  except: [{ resource, owner: "network team", until, reason: "moves in spring" }],
});
const messages = (options: object, today = "2026-11-23"): string[] =>
  violations(rule, network, { ...options }, { today }).map(({ message }) => message);

describe("an exception", () => {
  it("leaves alone what it names by URN or by logical name, unknown values included", () => {
    assert.deepEqual(messages(excepting(URN)), []);
    assert.deepEqual(messages(excepting("office")), []);
  });

  it("leaves nothing alone that it does not name", () => {
    assert.equal(messages(excepting("offic")).length, 2);
    assert.equal(messages(excepting("")).length, 2);
  });

  it("holds through its last day", () => {
    assert.deepEqual(messages(excepting(URN), "2026-12-31"), []);
  });

  it("is a violation itself from the next day on, with its owner's name, beside what it excused", () => {
    const found = violations(rule, network, excepting(URN), { today: "2027-01-01" });
    assert.equal(found.length, 3);
    assert.match(
      found[2]?.message ?? "",
      /^The exception of urn:.*::office ended on 2026-12-31; network team answers for it \(moves in spring\)\./,
    );
    assert.equal(found[2]?.urn, URN);
  });

  it("that has ended and excuses nothing any more is told by nobody", () => {
    assert.equal(messages(excepting("gone"), "2027-01-01").length, 2);
  });

  it("without an owner or an end is none", () => {
    assert.equal(messages({ except: ["office"] }).length, 2);
    assert.equal(messages({ except: [{ resource: "office", until: "2026-12-31" }] }).length, 2);
    assert.equal(messages({ except: "office" }).length, 2);
  });
});
