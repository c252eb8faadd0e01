import assert from "node:assert/strict";
import { mtuPathFitsRule as rule } from "../../../policies/mtu/path-fits";
import { judged, set, UNKNOWN_TEXT } from "../example";

const values = (mtu: unknown) => ({
  cluster: { name: "dublin", id: 1 },
  encryption: { enabled: true, type: "wireguard" },
  ...(mtu === undefined ? {} : { MTU: mtu }),
});

describe("mtu-path-fits", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(rule), { stack: [], resource: [] });
  });

  it("refuses an agent that sends what fits its own cloud and not the link", () => {
    const { stack } = judged(rule, set("dublin-cilium", "values", values(9001)));
    assert.match(stack[0] ?? "", /dublin-cilium.* 9001 bytes, and the link dublin~frankfurt .*carries 1406/);
  });

  it("refuses an agent that is left to find out", () => {
    const { stack } = judged(rule, set("dublin-cilium", "values", values(undefined)));
    assert.match(stack[0] ?? "", /takes the MTU of its nodes' own network.* set its MTU to 1406/);
  });

  it("does not pass an agent whose MTU is not known", () => {
    const { stack } = judged(rule, set("dublin-cilium", "values", values(UNKNOWN_TEXT)));
    assert.match(stack[0] ?? "", /whether its packets fit the link dublin~frankfurt/);
  });
});
