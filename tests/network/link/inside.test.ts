import assert from "node:assert/strict";
import { insideAddresses } from "../../../network/link/inside";

describe("a tunnel's inside addresses", () => {
  it("are the two hosts of its /30", () => {
    assert.deepEqual(insideAddresses("169.254.21.4/30"), { first: "169.254.21.5", second: "169.254.21.6" });
    assert.deepEqual(insideAddresses("169.254.22.252/30"), {
      first: "169.254.22.253",
      second: "169.254.22.254",
    });
  });

  it("are refused where the range is not written canonically", () => {
    for (const range of ["169.254.21.5/30", "169.254.021.4/30", "169.254.21.4", "dublin"]) {
      assert.throws(() => insideAddresses(range), /CIDR|canonical|host bits|range/i, range);
    }
  });
});
