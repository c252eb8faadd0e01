import assert from "node:assert/strict";
import fc from "fast-check";
import { addressCapacity } from "../../../network/judge/address-capacity";
import type { SubnetFact } from "../../../network/model/forwarding";
import type { NodePoolFact } from "../../../network/model/node-pool";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, cluster, network, range } from "./example";

function pool(facts: Partial<NodePoolFact> = {}): NodePoolFact {
  const urn = "urn:dublin-pool";
  const origin = { urn, property: "scalingConfig.maxSize" };
  const shape = {
    cluster: "urn:dublin",
    cloud: "aws",
    name: "pool",
    max: 8,
    podMask: 24,
    addresses: 1,
  } as const;
  return { ...shape, subnets: ["urn:dublin-a"], reserved: 5, origin, ...facts };
}

const subnet = (facts: Partial<SubnetFact> = {}): SubnetFact => {
  const urn = "urn:dublin-a";
  return { urn, cidr: "10.0.0.0/24", hosts: true, origin: { urn }, ...facts };
};

const pods = (cidr: string | typeof UNKNOWN) => range({ use: "pods", owner: "urn:dublin", cidr });

const judged = (
  pools: NodePoolFact[],
  podRange: string | typeof UNKNOWN = "10.64.0.0/21",
  facts: Partial<Parameters<typeof network>[0]> = {},
) =>
  addressCapacity(
    network({
      clusters: [cluster("dublin")],
      nodePools: pools,
      ranges: [pods(podRange)],
      subnets: [subnet()],
      ...facts,
    }),
  );

describe("addressCapacity", () => {
  it("accepts what fits exactly", () => {
    assert.deepEqual(judged([pool()]), { problems: [], unknowns: [] });
  });

  it("names a pod range that is too small for the most nodes, and one that would do", () => {
    const { problems } = judged([pool({ max: 9 })]);
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? "",
      /10\.64\.0\.0\/21, which holds 2048 addresses, but 9 nodes of pool with a \/24 each need 2304: .* give it a \/20/,
    );
    assert.deepEqual(problems[0]?.subjects, ["urn:dublin", "urn:dublin-pool"]);
  });

  it("adds up all pools of a cluster", () => {
    const pools = [pool({ max: 5 }), pool({ max: 4, name: "more", origin: { urn: "urn:more" } })];
    assert.match(judged(pools).problems[0]?.message ?? "", /5 nodes of pool .* and 4 nodes of more/);
  });

  it("goes by the network agent where that cuts the range, and by nothing where nobody does", () => {
    const half = { agents: [agent("dublin", { podMask: 25 })] };
    assert.deepEqual(judged([pool({ max: 16 })], "10.64.0.0/21", half).problems, []);
    const { podMask: _mask, ...whole } = pool({ max: 100 });
    assert.deepEqual(judged([whole]).problems, []);
  });

  it("counts a range that is told twice, or within another, once", () => {
    const ranges = [pods("10.64.0.0/21"), pods("10.64.0.0/21"), pods("10.64.0.0/22")];
    assert.equal(judged([pool({ max: 9 })], "10.64.0.0/21", { ranges }).problems.length, 1);
    const two = [pods("10.64.0.0/21"), pods("10.65.0.0/24")];
    assert.deepEqual(judged([pool({ max: 9 })], "", { ranges: two }).problems, []);
  });

  it("names subnets that hold fewer nodes than there may be, less what the cloud keeps", () => {
    const small = { subnets: [subnet({ cidr: "10.0.0.0/28" })] };
    assert.deepEqual(judged([pool({ max: 8 })], "10.64.0.0/16", small).problems, []);
    const { problems } = judged([pool({ max: 12 })], "10.64.0.0/16", small);
    assert.match(
      problems[0]?.message ?? "",
      /live in 10\.0\.0\.0\/28, which hold 11 addresses, but 12 nodes of pool need 12/,
    );
  });

  it("counts an address for every pod where pods have addresses of the subnet", () => {
    const { problems } = judged([pool({ max: 9, addresses: 31 })], "10.64.0.0/16");
    assert.match(problems[0]?.message ?? "", /each with an address for every pod it may hold need 279/);
  });

  it("judges no subnet that is not among the resources", () => {
    assert.deepEqual(judged([pool({ max: 400 })], "10.64.0.0/12", { subnets: [] }).problems, []);
  });

  const blind: [string, ReturnType<typeof judged>, number][] = [
    ["the most nodes", judged([pool({ max: UNKNOWN })]), 2],
    ["one node's part", judged([pool({ podMask: UNKNOWN })]), 1],
    ["the pod range", judged([pool()], UNKNOWN), 1],
    ["a subnet", judged([pool()], "10.64.0.0/21", { subnets: [subnet({ cidr: UNKNOWN })] }), 1],
    ["one node's addresses", judged([pool({ addresses: UNKNOWN })]), 1],
  ];
  for (const [what, { problems, unknowns }, count] of blind)
    it(`says that it cannot judge where ${what} is not known`, () => {
      assert.deepEqual(problems, []);
      assert.equal(unknowns.length, count);
    });

  it("agrees with counting, for any pools", () => {
    const pools = fc.array(
      fc.record({ max: fc.integer({ min: 0, max: 40 }), podMask: fc.integer({ min: 22, max: 28 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(pools, fc.integer({ min: 14, max: 26 }), (made, prefix) => {
        const asked = made.reduce((sum, { max, podMask }) => sum + max * 2 ** (32 - podMask), 0);
        const { problems } = judged(
          made.map((facts) => pool({ ...facts, subnets: [] })),
          `10.64.0.0/${prefix}`,
        );
        assert.equal(problems.length > 0, asked > 2 ** (32 - prefix));
      }),
    );
  });
});
