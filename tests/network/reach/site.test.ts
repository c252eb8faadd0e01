import assert from "node:assert/strict";
import { breaksOf, example, leftAfter, pair } from "./example";

/** A site with one device, joined to one cloud or to two. */
const joined = (...links: string[]) =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      amsterdam: { cloud: "azure", range: "10.2.0.0/16", asn: 64513 },
      office: { cloud: "site", range: "192.168.0.0/16", asn: 64900 },
    },
    ...links,
  );

describe("reach to a site", () => {
  it("takes its device for told what it must be told", () => {
    const inventory = joined("dublin~office");
    for (const way of ["dublin>office", "office>dublin"]) {
      assert.deepEqual(pair(inventory, way).path, way.split(">"));
    }
  });

  it("finds that it is told nothing of the site's ranges", () => {
    const inventory = joined("dublin~office");
    for (const gateway of inventory.gateways) if (gateway.member === "office") gateway.advertises = [];
    assert.match(breaksOf(inventory, "dublin>office")[0] ?? "", /^not-advertised urn:office-gateway: /);
  });

  it("never runs through it: nobody knows what its device passes on", () => {
    const inventory = joined("dublin~office", "amsterdam~office");
    assert.equal(pair(inventory, "dublin>amsterdam").ok, false);
  });

  it("survives the loss of one of its links through a cloud that passes on", () => {
    const inventory = joined("dublin~office", "amsterdam~office", "amsterdam~dublin");
    assert.deepEqual(leftAfter(inventory, "dublin>office", "link"), {
      "dublin~office": "dublin>amsterdam>office",
    });
  });

  it("is no cloud that can fail", () => {
    const inventory = joined("dublin~office", "amsterdam~office", "amsterdam~dublin");
    assert.deepEqual(leftAfter(inventory, "dublin>office", "cloud"), {});
  });
});
