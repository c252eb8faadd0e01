import assert from "node:assert/strict";
import { breaksOf, example } from "./example";

describe("reach finds traffic that goes one way only", () => {
  const inventory = example(
    {
      dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
      frankfurt: { cloud: "gcp", range: "10.2.0.0/16", asn: 64513 },
    },
    "dublin~frankfurt",
  );
  inventory.routes = [];

  it("and says what is missing on the way back", () => {
    assert.deepEqual(breaksOf(inventory, "frankfurt>dublin"), [
      "one-way urn:dublin-nodes: frankfurt reaches dublin and no answer comes back, because 10.1.0.0/16 of dublin has no route to 10.2.0.0/16 of frankfurt",
    ]);
  });

  it("and calls the way there by what it is", () => {
    assert.deepEqual(breaksOf(inventory, "dublin>frankfurt"), [
      "black-hole urn:dublin-nodes: 10.1.0.0/16 of dublin has no route to 10.2.0.0/16 of frankfurt",
    ]);
  });
});
