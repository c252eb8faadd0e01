import assert from "node:assert/strict";
import { awsFacts } from "../../../clouds/aws/facts";
import { SOURCES } from "../../../components/plan-sources";
import { InputError } from "../../../network/errors";
import { completeMember, type MemberInput } from "../../../network/plan/member";
import { isDefaultRoute, refuseDefaultRoute } from "../../../network/routing/default-route";
import { readSpec } from "../../../network/spec/read";

/** What a refusal says; empty where there is none. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
}

describe("a default route", () => {
  it("is known whole and in halves, and no other range is taken for one", () => {
    for (const range of ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1"]) assert.ok(isDefaultRoute(range), range);
    for (const range of ["10.0.0.0/8", "64.0.0.0/2", "10.0.0.0/33", ""])
      assert.ok(!isDefaultRoute(range), range);
  });

  it("is refused by the place where it was given", () => {
    assert.equal(
      refusal(() => refuseDefaultRoute("gateway.advertise", ["10.64.0.0/20"])),
      "",
    );
    assert.equal(
      refusal(() => refuseDefaultRoute("gateway.advertise", ["10.64.0.0/20", "0.0.0.0/0"])),
      "gateway.advertise: 0.0.0.0/0 is everywhere, and no default route is told over a link; give the ranges that are meant",
    );
  });

  it("is not told and not taken by a cluster component that is used alone", () => {
    const member = (gateway: MemberInput["gateway"]) =>
      completeMember(
        "dublin",
        {
          region: "eu-west-1",
          ranges: { nodes: "10.64.0.0/20", pods: "10.80.0.0/18", services: "10.96.0.0/20" },
          gateway,
          agent: { clusterId: 1, mtu: 1406 },
        },
        awsFacts,
        SOURCES.agents,
      );
    assert.equal(
      refusal(() => member({ asn: 64512, advertise: ["10.64.0.0/20"], remote: ["10.65.0.0/20"] })),
      "",
    );
    assert.match(
      refusal(() => member({ asn: 64512, advertise: ["0.0.0.0/0"] })),
      /^gateway\.advertise: 0\.0\.0\.0\/0/,
    );
    assert.match(
      refusal(() => member({ asn: 64512, remote: ["128.0.0.0/1"] })),
      /^gateway\.remote: 128\.0\.0\.0\/1/,
    );
  });

  it("is no range of a member's in a spec, since its own ranges are told", () => {
    const spec = (member: object) => () =>
      readSpec({ members: { dublin: { cloud: "aws", region: "eu-west-1", ...member } } });
    assert.match(refusal(spec({ pods: "0.0.0.0/0" })), /^members\.dublin\.pods: 0\.0\.0\.0\/0 is everywhere/);
    assert.match(
      refusal(spec({ nodes: { range: "0.0.0.0/1" } })),
      /^members\.dublin\.nodes\.range: 0\.0\.0\.0\/1 is everywhere, and no default route is told; give the member's own range$/,
    );
  });
});
