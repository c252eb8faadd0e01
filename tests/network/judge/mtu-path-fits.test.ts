import assert from "node:assert/strict";
import { mtuPathFits } from "../../../network/judge/mtu-path-fits";
import type { Link, MemberFact } from "../../../network/model/inventory";
import type { AgentFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { agent, cluster, network } from "./example";

const link = (a: string, b: string, mtu?: number): Link => ({
  name: `${a}~${b}`,
  a,
  b,
  kind: "vpn",
  tunnels: [],
  ...(mtu === undefined ? {} : { mtu }),
});

const member = (name: string, transit: boolean): MemberFact => ({
  name,
  cloud: "azure",
  transit,
  origin: { urn: name },
});

/** Dublin is joined to amsterdam, and only through it to frankfurt, where a link carries less. */
function judge(mtu: AgentFact["mtu"], transit = true) {
  return mtuPathFits(
    network({
      clusters: [cluster("dublin")],
      agents: [agent("dublin", { mtu })],
      members: [member("amsterdam", transit), member("dublin", false), member("frankfurt", false)],
      links: [link("amsterdam", "dublin", 1446), link("amsterdam", "frankfurt", 1406)],
    }),
  );
}

describe("mtuPathFits", () => {
  it("accepts an agent whose packets fit every path", () => {
    assert.deepEqual(judge(1406), { problems: [], unknowns: [] });
  });

  it("refuses an agent whose packets fit its own link, and not the one behind a member that passes traffic on", () => {
    const { problems } = judge(1446);
    assert.match(
      problems[0]?.message ?? "",
      /of dublin .* 1446 bytes, and the link amsterdam~frankfurt .* 1406/,
    );
    assert.deepEqual(problems[0]?.subjects, ["urn:dublin-agent"]);
  });

  it("leaves alone what is behind a member that passes nothing on", () => {
    assert.deepEqual(judge(1446, false).problems, []);
  });

  it("refuses an agent that takes the nodes' own MTU", () => {
    assert.match(judge(0).problems[0]?.message ?? "", /takes the MTU of its nodes' own network/);
  });

  it("does not pass an MTU that is not known", () => {
    assert.deepEqual(
      judge(UNKNOWN).unknowns.map(({ urn }) => urn),
      ["urn:dublin-agent"],
    );
  });

  it("says nothing of a cluster that no link joins, nor of a link whose MTU nothing tells", () => {
    const clusters = [cluster("dublin")];
    const agents = [agent("dublin", { mtu: 9001 })];
    assert.deepEqual(mtuPathFits(network({ clusters, agents })).problems, []);
    const links = [link("dublin", "office")];
    assert.deepEqual(mtuPathFits(network({ clusters, agents, links })).problems, []);
  });
});
