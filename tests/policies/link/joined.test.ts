import assert from "node:assert/strict";
import { linkBgpEndsAgreeRule } from "../../../policies/link/bgp-ends-agree";
import { linkQuotaHeldRule } from "../../../policies/link/quota-held";
import { linkRoutesPropagatedRule } from "../../../policies/link/routes-propagated";
import { linkSinglePointOfFailureRule } from "../../../policies/link/single-point-of-failure";
import { judged, set, UNKNOWN_TEXT } from "../example";
import { judgedReach } from "../reach/reachable";

describe("rules of links, over a program written by hand", () => {
  it("pass a sound network", () => {
    for (const rule of [linkBgpEndsAgreeRule, linkQuotaHeldRule])
      assert.deepEqual(judged(rule), { stack: [], resource: [] }, rule.name);
    assert.deepEqual(judgedReach(linkRoutesPropagatedRule).stack, []);
  });

  it("link-bgp-ends-agree refuses an ASN that the other end calls otherwise, and one that is not known", () => {
    const said = (value: unknown) => judged(linkBgpEndsAgreeRule, set("session-1", "peerAsn", value)).stack;
    assert.match(said(64999)[0] ?? "", /ASN 64512 and the other calls it 64999/);
    assert.ok(said(UNKNOWN_TEXT).some((line) => /peer ASN .* is not known/.test(line)));
    const keepalive = judged(
      linkBgpEndsAgreeRule,
      set("router", "bgp", { asn: 64513, keepaliveInterval: 5 }),
    );
    assert.match(keepalive.stack[0] ?? "", /keepalive of 5 s/);
  });

  it("link-routes-propagated refuses a transit gateway without tables, and a VPC without a route", () => {
    const off = set("tgw", "defaultRouteTablePropagation", "disable");
    assert.match(judgedReach(linkRoutesPropagatedRule, off).stack[0] ?? "", /into no route table/);
    const noRoute = judgedReach(linkRoutesPropagatedRule, (parts) => {
      delete parts.route;
    });
    assert.match(noRoute.stack[0] ?? "", /^subnet: .*no route of its table leads to tgw/);
    const unknown = set("tgw", "defaultRouteTableAssociation", UNKNOWN_TEXT);
    assert.match(judgedReach(linkRoutesPropagatedRule, unknown).stack[0] ?? "", /not known/);
  });

  it("link-quota-held counts what the program makes", () => {
    const { stack } = judged(linkQuotaHeldRule, (parts) => {
      for (let index = 0; index < 5; index++)
        parts[`tgw-${index}`] = {
          type: "aws:ec2transitgateway/transitGateway:TransitGateway",
          props: { amazonSideAsn: 64600 + index, region: "eu-west-1" },
        };
    });
    assert.match(stack[0] ?? "", /^tgw: 6 gateways are needed at eu-west-1 .* quota is 5/);
  });

  it("link-single-point-of-failure names the one link of two members", () => {
    assert.match(judged(linkSinglePointOfFailureRule).stack[0] ?? "", /dublin~frankfurt is the only way/);
  });
});
