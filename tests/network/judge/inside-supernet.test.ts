import assert from "node:assert/strict";
import { insideSupernet } from "../../../network/judge/inside-supernet";
import { UNKNOWN } from "../../../network/model/resource";
import { network, range } from "./example";

const dublin = range({ cidr: "10.0.0.0/16", member: "dublin" });

describe("insideSupernet", () => {
  it("judges nothing where nobody names a supernet", () => {
    assert.deepEqual(insideSupernet(network({ ranges: [dublin] })), { problems: [], unknowns: [] });
  });

  it("accepts ranges inside what the mesh, or the option, says", () => {
    const ranges = [dublin, range({ cidr: "10.0.0.0/20", use: "subnet", owner: dublin.owner })];
    assert.deepEqual(insideSupernet(network({ ranges, supernet: ["10.0.0.0/8"] })).problems, []);
    assert.deepEqual(insideSupernet(network({ ranges }), ["10.0.0.0/8"]).problems, []);
  });

  it("names a range outside, and leaves sites alone", () => {
    const { problems } = insideSupernet(network({ ranges: [dublin] }), ["10.64.0.0/10"]);
    assert.match(
      problems[0]?.message ?? "",
      /^dublin network 10\.0\.0\.0\/16 .* lies outside 10\.64\.0\.0\/10/,
    );
    const site = { ...dublin, cloud: "site" as const };
    assert.deepEqual(insideSupernet(network({ ranges: [site] }), ["10.64.0.0/10"]).problems, []);
  });

  it("names a range and a supernet that are not known", () => {
    const unknown = range({ cidr: UNKNOWN, member: "dublin" });
    assert.equal(insideSupernet(network({ ranges: [unknown] }), ["10.0.0.0/8"]).unknowns.length, 1);
    assert.equal(insideSupernet(network({ ranges: [dublin], supernet: UNKNOWN })).unknowns.length, 1);
  });
});
