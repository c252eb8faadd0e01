import assert from "node:assert/strict";
import fc from "fast-check";
import { readAgents } from "../../../agents/read";
import { UNKNOWN } from "../../../network/model/resource";
import { released } from "../releases";

function read(values: unknown) {
  const { agents, ranges } = readAgents(released("flannel", values).index);
  const [agent] = agents;
  assert.ok(agent);
  return { agent, pods: ranges.map(({ cidr }) => cidr) };
}

describe("reading Flannel", () => {
  it("finds encryption and routing in the backend", () => {
    const of = (backend: unknown) => {
      const { encryption, routing } = read({ flannel: { backend } }).agent;
      return [encryption, routing];
    };
    assert.deepEqual(of(undefined), ["none", "tunnel"]);
    assert.deepEqual(of("wireguard"), ["wireguard", "tunnel"]);
    assert.deepEqual(of("host-gw"), ["none", "native"]);
    assert.deepEqual(of(UNKNOWN), [UNKNOWN, UNKNOWN]);
  });

  it("finds the pod range and the underlay's MTU, or the chart's defaults", () => {
    assert.deepEqual(read({}).pods, ["10.244.0.0/16"]);
    assert.equal(read({}).agent.mtu, 0);
    assert.deepEqual(read({ podCidr: "10.1.0.0/16" }).pods, ["10.1.0.0/16"]);
    assert.equal(read({ flannel: { mtu: 1406 } }).agent.mtu, 1406);
    assert.deepEqual(read(UNKNOWN).pods, [UNKNOWN]);
  });

  it("never throws, whatever the values are", () => {
    fc.assert(fc.property(fc.anything(), (values) => void read(values)));
  });
});
