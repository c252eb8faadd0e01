import assert from "node:assert/strict";
import type { Cloud } from "../../../network/spec/shape";
import { breaksOf, example, pair } from "./example";

/** Two ends that only the member between joins. */
const through = (cloud: Cloud) =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      middle: { cloud, range: "10.2.0.0/16", asn: 64513 },
      amsterdam: { cloud: "azure", range: "10.3.0.0/16", asn: 64514 },
    },
    "dublin~middle",
    "amsterdam~middle",
  );

describe("reach through a third member", () => {
  for (const cloud of ["aws", "azure"] as const) {
    it(`leads through ${cloud}, which passes on what it learned`, () => {
      const { ok, path, links } = pair(through(cloud), "dublin>amsterdam");
      assert.deepEqual(
        [ok, path, links],
        [true, ["dublin", "middle", "amsterdam"], ["amsterdam~middle", "dublin~middle"]],
      );
    });
  }

  it("leads nowhere through Google Cloud, whose routers tell what they are told to", () => {
    assert.deepEqual(breaksOf(through("gcp"), "dublin>amsterdam"), [
      "not-passed-on urn:dublin-gateway: no link that works joins dublin to amsterdam, and nobody between passes 10.3.0.0/16 on",
    ]);
  });

  it("leads nowhere through Google Cloud even where packets are sent there all the same", () => {
    const inventory = through("gcp");
    for (const { a } of inventory.tunnels) {
      if (a.gateway === "urn:dublin-gateway") a.sends = ["10.3.0.0/16"];
    }
    assert.deepEqual(breaksOf(inventory, "dublin>amsterdam"), [
      "not-passed-on urn:middle-gateway: the gateway of middle does not pass on what comes to it over another link",
    ]);
  });

  it("does not come back to an AS that it went through", () => {
    const inventory = through("aws");
    for (const gateway of inventory.gateways) if (gateway.member === "amsterdam") gateway.asn = 64512;
    assert.equal(pair(inventory, "dublin>amsterdam").ok, false);
    assert.equal(pair(inventory, "dublin>middle").ok, true);
  });
});
