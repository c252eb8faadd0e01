import assert from "node:assert/strict";
import { addressMatchesLock } from "../../../network/judge/address-matches-lock";
import type { RangeFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { network, range } from "./example";

const locked = (use: RangeFact["use"], cidr: RangeFact["cidr"] = "10.66.0.0/17") =>
  range({
    use,
    cidr,
    member: "dublin",
    owner: "urn:mesh::dublin",
    origin: { urn: "urn:mesh", property: `members.dublin.ranges.${use}` },
  });
const found = (use: RangeFact["use"], cidr: RangeFact["cidr"]) =>
  range({ use, cidr, member: "dublin", owner: `urn:dublin-${use}` });

describe("addressMatchesLock", () => {
  for (const [use, as] of [
    ["pods", "pods"],
    ["services", "services"],
    ["controlPlane", "controlPlane"],
    ["gateway", "gateway"],
    ["nodes", "network"],
    ["nodes", "nodes"],
  ] as const) {
    it(`accepts the lock's ${use} range on a ${as}, and names another`, () => {
      const told = [locked(use)];
      assert.deepEqual(
        addressMatchesLock(network({ locked: told, ranges: [found(as, "10.66.0.0/17")] })).problems,
        [],
      );
      const { problems } = addressMatchesLock(network({ locked: told, ranges: [found(as, "10.67.0.0/17")] }));
      assert.match(
        problems[0]?.message ?? "",
        new RegExp(`^dublin has 10\\.66\\.0\\.0/17 for ${use} in the lock, but .*10\\.67\\.0\\.0/17`),
      );
      assert.deepEqual(problems[0]?.subjects, [`urn:dublin-${as}`, "urn:mesh"]);
    });
  }

  it("has nothing to compare without a mesh, and without the member's resources", () => {
    assert.deepEqual(addressMatchesLock(network({ ranges: [found("pods", "10.67.0.0/17")] })), {
      problems: [],
      unknowns: [],
    });
    assert.deepEqual(addressMatchesLock(network({ locked: [locked("pods")], ranges: [locked("pods")] })), {
      problems: [],
      unknowns: [],
    });
  });

  it("says that it cannot judge what is not known, on either side", () => {
    const one = addressMatchesLock(network({ locked: [locked("pods")], ranges: [found("pods", UNKNOWN)] }));
    assert.equal(one.unknowns.length, 1);
    const other = addressMatchesLock(
      network({ locked: [locked("pods", UNKNOWN)], ranges: [found("pods", "10.66.0.0/17")] }),
    );
    assert.equal(other.unknowns.length, 1);
  });
});
