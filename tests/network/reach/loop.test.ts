import assert from "node:assert/strict";
import { breaksOf, example } from "./example";

describe("reach finds loops", () => {
  it("where two gateways' routes point to each other", () => {
    const inventory = example(
      {
        dublin: { cloud: "aws", range: "10.1.0.0/16", asn: 64512 },
        stockholm: { cloud: "aws", range: "10.2.0.0/16", asn: 64513 },
        osaka: { cloud: "aws", range: "10.3.0.0/16", asn: 64514 },
      },
      "dublin~stockholm",
    );
    for (const end of inventory.tunnelEnds) end.sends = ["10.3.0.0/16"];
    assert.deepEqual(breaksOf(inventory, "dublin>osaka"), [
      "loop urn:stockholm-gateway: packets to 10.3.0.0/16 of osaka come back to the gateway of stockholm",
    ]);
  });
});
