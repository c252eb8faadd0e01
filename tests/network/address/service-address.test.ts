import assert from "node:assert/strict";
import { serviceAddress } from "../../../network/address/service-address";

describe("an address among Services", () => {
  it("is the tenth for the cluster's own DNS, and the next for that of the cluster set", () => {
    assert.equal(serviceAddress("10.96.16.0/20", "clusterDns"), "10.96.16.10");
    assert.equal(serviceAddress("10.96.16.240/28", "clusterDns"), "10.96.16.250");
    assert.equal(serviceAddress("10.96.16.0/20", "clusterSetDns"), "10.96.16.11");
  });
});
