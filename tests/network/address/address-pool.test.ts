import assert from "node:assert/strict";
import { allocateAddresses } from "../../../network/address/address-pool";
import { cidr } from "../../../network/address/cidr";

const EMPTY = { live: new Map<string, string>(), removed: new Map<string, string>() };
const request = (key: string, within: string) => ({
  key,
  within: cidr(within),
  reservedHead: 4,
  reservedTail: 1,
});

describe("a fixed address", () => {
  it("is the last that the cloud leaves in the subnet", () => {
    const { live } = allocateAddresses(EMPTY, [request("b", "10.64.0.0/24"), request("a", "10.64.0.0/24")]);
    assert.deepEqual(
      [...live],
      [
        ["a", "10.64.0.254"],
        ["b", "10.64.0.253"],
      ],
    );
  });

  it("is not one that a removed entry still holds", () => {
    const removed = new Map([["gone", "10.64.0.254"]]);
    const { live } = allocateAddresses({ ...EMPTY, removed }, [request("a", "10.64.0.0/24")]);
    assert.equal(live.get("a"), "10.64.0.253");
  });

  it("stays as long as its subnet holds it, and is another once the subnet is another", () => {
    const live = new Map([["a", "10.64.0.10"]]);
    assert.deepEqual(allocateAddresses({ ...EMPTY, live }, [request("a", "10.64.0.0/24")]).live, live);
    const moved = allocateAddresses({ ...EMPTY, live }, [request("a", "10.65.0.0/24")]);
    assert.deepEqual([moved.live.get("a"), moved.missing], ["10.65.0.254", ["a"]]);
  });

  it("that finds no room is told with its subnet", () => {
    const four = ["a", "b", "c", "d"].map((key) => request(key, "10.64.0.0/29"));
    assert.deepEqual(allocateAddresses(EMPTY, four).faults, [
      { path: "d", message: "no address is left in 10.64.0.0/29" },
    ]);
  });
});
