import assert from "node:assert/strict";
import { rangesDisjoint } from "../../../network/judge/ranges-disjoint";
import type { RemoteRangeFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { network, range } from "./example";

const remote = (cidr: RemoteRangeFact["cidr"], from = ["urn:dublin"]): RemoteRangeFact => ({
  cidr,
  cloud: "aws",
  from,
  origin: { urn: "urn:lan", property: "destinationCidrBlock" },
});
const judge = (...remoteRanges: RemoteRangeFact[]) =>
  rangesDisjoint(
    network({
      ranges: [
        range({ cidr: "10.0.0.0/16", member: "dublin" }),
        range({ cidr: "10.0.1.0/24", use: "subnet", owner: "urn:dublin" }),
        range({ cidr: "10.9.0.0/16", member: "frankfurt" }),
      ],
      remoteRanges,
    }),
  );

describe("ranges that a VPN is told to be on its other side", () => {
  it("may be another's here, and may hold the own: then the narrower route wins", () => {
    assert.deepEqual(judge(remote("10.9.0.0/16"), remote("10.0.0.0/8"), remote("0.0.0.0/0")), {
      problems: [],
      unknowns: [],
    });
  });

  it("are refused inside a range on this side, once, with both ends", () => {
    for (const cidr of ["10.0.0.0/16", "10.0.1.0/25"]) {
      const { problems } = judge(remote(cidr));
      assert.equal(problems.length, 1, cidr);
      assert.match(
        problems[0]?.message ?? "",
        /^urn:lan .* is on the other side, but it lies inside dublin network 10\.0\.0\.0\/16/,
      );
      assert.deepEqual(problems[0]?.subjects, ["urn:lan", "urn:dublin"]);
    }
    assert.deepEqual(judge(remote("10.0.0.0/16", ["urn:frankfurt"])).problems, []);
  });

  it("are not passed where they are not known", () => {
    assert.deepEqual(judge(remote(UNKNOWN)).unknowns, [
      {
        urn: "urn:lan",
        property: "destinationCidrBlock",
        neededFor: "whether it overlaps a range on this one",
      },
    ]);
  });
});
