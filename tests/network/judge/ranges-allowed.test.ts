import assert from "node:assert/strict";
import { rangesAllowed } from "../../../network/judge/ranges-allowed";
import type { RangeFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { network, range } from "./example";

const judge = (...ranges: RangeFact[]) => rangesAllowed(network({ ranges }));

describe("rangesAllowed", () => {
  it("accepts private ranges", () => {
    const ranges = ["10.64.0.0/20", "100.64.0.0/16", "192.168.40.0/22"].map((cidr) =>
      range({ cidr, member: cidr }),
    );
    assert.deepEqual(judge(...ranges), { problems: [], unknowns: [] });
  });

  it("refuses a range that touches a denied one, with the reason", () => {
    const { problems } = judge(range({ cidr: "172.16.0.0/12", member: "dublin" }));
    assert.match(
      problems[0]?.message ?? "",
      /dublin network 172\.16\.0\.0\/12 \(urn:dublin\) touches 172\.17\.0\.0\/16: Docker/,
    );
  });

  it("tells a denied network once, not again for each subnet", () => {
    const vpc = range({ cidr: "172.31.0.0/16", member: "dublin" });
    assert.equal(
      judge(vpc, range({ cidr: "172.31.0.0/20", use: "subnet", owner: vpc.owner })).problems.length,
      1,
    );
  });

  it("refuses text that is no canonical range, and says what would be right", () => {
    assert.match(
      judge(range({ cidr: "10.0.0.1/16" })).problems[0]?.message ?? "",
      /host bits set; the range is 10\.0\.0\.0\/16/,
    );
    assert.match(judge(range({ cidr: "ten" })).problems[0]?.message ?? "", /not written as a range/);
  });

  it("does not pass a range that is not known", () => {
    assert.deepEqual(
      judge(range({ cidr: UNKNOWN, member: "dublin" })).unknowns.map(({ urn }) => urn),
      ["urn:dublin"],
    );
  });
});
