import assert from "node:assert/strict";
import { settingsHoldWithoutAgents } from "../../../network/judge/own-agents";
import { settingsHold } from "../../../network/judge/settings-hold";
import { emptyInventory, type Inventory } from "../../../network/model/inventory";
import { type OrUnknown, UNKNOWN } from "../../../network/model/resource";
import type { SettingFact } from "../../../network/model/setting";

const WANTED = {
  rule: "exposure-no-public-nodes",
  settings: ["nodes-private" as const],
  why: "the internet reaches them",
  question: "whether nodes get public addresses",
};

function network(holds: OrUnknown<boolean>, setting: SettingFact["setting"] = "nodes-private"): Inventory {
  const urn = "urn:pulumi:test::test::x:y:Cluster::dublin";
  const said = { found: "gives its nodes public addresses", remedy: "do not" };
  const origin = { urn, property: "subnetIds" };
  return { ...emptyInventory(), settings: [{ urn, cloud: "aws", setting, holds, ...said, origin }] };
}

describe("settingsHold", () => {
  it("accepts what holds, and says nothing of what was not asked", () => {
    for (const one of [network(true), network(false, "rbac"), network(UNKNOWN, "rbac"), emptyInventory()])
      assert.deepEqual(settingsHold(one, WANTED), { problems: [], unknowns: [] });
  });

  it("says what was found where, what comes of it and what to write", () => {
    const { problems } = settingsHold(network(false), WANTED);
    assert.equal(
      problems[0]?.message,
      "dublin (urn:pulumi:test::test::x:y:Cluster::dublin) gives its nodes public addresses: the internet reaches them; do not.",
    );
  });

  it("does not pass what is not known", () => {
    const { problems, unknowns } = settingsHold(network(UNKNOWN), WANTED);
    assert.deepEqual(problems, []);
    assert.equal(unknowns[0]?.property, "subnetIds");
  });

  it("does not ask of the cloud what an agent in the cluster does", () => {
    const one = network(false);
    const agent = (kind: string) => ({
      ...{
        urn: "agent",
        kind,
        clusterName: UNKNOWN,
        clusterId: UNKNOWN,
        version: UNKNOWN,
        encryption: UNKNOWN,
      },
      ...{ routing: UNKNOWN, mtu: UNKNOWN, peers: UNKNOWN, origin: { urn: "agent" } },
      ...(one.settings[0] ? { cluster: one.settings[0].urn } : {}),
    });
    assert.equal(settingsHoldWithoutAgents({ ...one, agents: [agent("cilium")] }, WANTED).problems.length, 0);
    assert.equal(
      settingsHoldWithoutAgents({ ...one, agents: [agent("flannel")] }, WANTED).problems.length,
      1,
    );
  });
});
