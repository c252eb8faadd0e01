import assert from "node:assert/strict";
import fc from "fast-check";
import { joined, NO_PORT, portSet, portTexts, without } from "../../../network/model/port-set";

const port = fc
  .tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 0, max: 400 }), fc.constantFrom("tcp", "udp"))
  .map(([first, more, protocol]) => {
    const last = Math.min(65_535, first + more);
    return first === last ? `${first}/${protocol}` : `${first}-${last}/${protocol}`;
  });

describe("sets of ports", () => {
  it("are written as intents write them, TCP first and each port once", () => {
    assert.deepEqual(portTexts(portSet(["53/udp", "443/tcp", "440-443/tcp", "444/tcp"])), [
      "440-444/tcp",
      "53/udp",
    ]);
    assert.deepEqual(portTexts(portSet([])), ["all"]);
    assert.deepEqual(portTexts(portSet(["udp", "tcp"])), ["all"]);
    assert.deepEqual(portTexts(portSet(["udp"])), ["1-65535/udp"]);
    assert.deepEqual(portTexts(NO_PORT), []);
  });

  it("hold no port of what has none", () => {
    assert.deepEqual(portTexts(portSet(["icmp", "esp", "http/tcp", "0/tcp"])), []);
    assert.deepEqual(portTexts(portSet(["0-65535/tcp"])), ["1-65535/tcp"]);
  });

  it("leave what another has not", () => {
    const rest = portTexts(without(portSet([]), portSet(["443/tcp", "1-1023/udp"])));
    assert.deepEqual(rest, ["1-442/tcp", "444-65535/tcp", "1024-65535/udp"]);
  });

  it("are cut in two by any other, and come together again", () => {
    fc.assert(
      fc.property(fc.array(port, { minLength: 1 }), fc.array(port, { minLength: 1 }), (some, others) => {
        const [set, less] = [portSet(some), portSet(others)];
        const left = without(set, less);
        const taken = without(set, left);
        assert.deepEqual(joined([...left, ...taken]), set);
        assert.deepEqual(without(taken, less), []);
        assert.deepEqual(without(left, without(left, less)), []);
      }),
    );
  });
});
