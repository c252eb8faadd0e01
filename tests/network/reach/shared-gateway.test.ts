import assert from "node:assert/strict";
import { attachmentOf, breaksOf, example, leftAfter, pair } from "./example";

/** Two members of one region at the transit gateway of a third. */
const region = () =>
  example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      limerick: { cloud: "aws", range: "10.2.0.0/16", uses: "dublin" },
      cork: { cloud: "aws", range: "10.3.0.0/16", uses: "dublin" },
      frankfurt: { cloud: "gcp", range: "10.4.0.0/16", asn: 64513 },
    },
    "dublin~frankfurt",
  );

describe("reach over a gateway that several members share", () => {
  it("names its owner among the members on the way", () => {
    assert.deepEqual(pair(region(), "limerick>frankfurt").path, ["limerick", "dublin", "frankfurt"]);
    assert.deepEqual(pair(region(), "frankfurt>limerick").path, ["frankfurt", "dublin", "limerick"]);
    assert.deepEqual(pair(region(), "limerick>cork").path, ["limerick", "dublin", "cork"]);
    assert.deepEqual(pair(region(), "limerick>dublin").path, ["limerick", "dublin"]);
  });

  it("is lost with the owner, also between two others", () => {
    assert.deepEqual(leftAfter(region(), "limerick>cork", "member"), { dublin: "lost" });
    assert.deepEqual(leftAfter(region(), "limerick>frankfurt", "member"), { dublin: "lost" });
  });

  it("finds an attachment that its table does not know", () => {
    const inventory = region();
    for (const one of inventory.attachments) {
      if (one.urn === `${attachmentOf("cork")}-dublin`) one.known = false;
    }
    assert.deepEqual(breaksOf(inventory, "limerick>cork"), [
      "not-advertised urn:cork-attachment-dublin: the gateway of dublin does not know the ranges of cork: nothing puts them in its route table",
    ]);
    assert.equal(pair(inventory, "limerick>frankfurt").ok, true);
  });
});
