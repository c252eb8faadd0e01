import assert from "node:assert/strict";
import { fastestPath } from "../../../network/judge/path";
import { tierMet, tierProven } from "../../../network/judge/tier-met";
import type { Inventory, Link, MemberFact } from "../../../network/model/inventory";
import type { OrUnknown } from "../../../network/model/resource";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const member = (
  name: string,
  cloud: MemberFact["cloud"],
  region: MemberFact["region"],
  transit = false,
): MemberFact => ({
  name,
  cloud,
  region,
  transit,
  origin: { urn: `urn:${name}` },
});

const link = (a: string, b: string): Link => ({ name: `${a}~${b}`, a, b, kind: "vpn", tunnels: [] });

const amsterdam = member("amsterdam", "azure", "westeurope", true);
const dublin = member("dublin", "aws", "eu-west-1");
const frankfurt = member("frankfurt", "gcp", "europe-west3");
const through = [link("amsterdam", "dublin"), link("amsterdam", "frankfurt")];

/** Dublin to Frankfurt within `rtt` ms. */
function asked(rtt: OrUnknown<number> | undefined, facts: Partial<Inventory> = {}): Inventory {
  const intent = { from: "dublin", to: "frankfurt", tier: "gold", rtt, origin: { urn: "urn:mesh" } };
  const members = [amsterdam, dublin, frankfurt];
  return network({ members, links: [link("dublin", "frankfurt")], intents: [intent], ...facts });
}

const bounds = () => fastestPath(asked(undefined), "dublin", "frankfurt") ?? assert.fail("no path");

describe("tierMet", () => {
  it("accepts a path whose high estimate is within the tier", () => {
    assert.deepEqual(tierMet(asked(bounds().hi)), { problems: [], unknowns: [] });
    assert.deepEqual(tierProven(asked(bounds().hi)), { problems: [], unknowns: [] });
  });

  it("refuses a path whose low estimate is above the tier, with path, estimate and source", () => {
    const { problems } = tierMet(asked(bounds().lo - 1));
    assert.match(
      problems[0]?.message ?? "",
      /^dublin to frankfurt: tier gold promises .* ms, but dublin → frankfurt takes \d+ to \d+ ms \(.+\); choose/,
    );
    assert.deepEqual(tierProven(asked(bounds().lo - 1)).problems, []);
  });

  it("calls a tier between the estimates unproven, which is a rule of its own", () => {
    const between = asked((bounds().lo + bounds().hi) / 2);
    assert.deepEqual(tierMet(between).problems, []);
    assert.match(tierProven(between).problems[0]?.message ?? "", /is unproven: dublin → frankfurt takes/);
  });

  it("goes through a member that passes on routes, and through no other", () => {
    const direct = bounds().hi;
    const around = fastestPath(asked(1, { links: through }), "dublin", "frankfurt");
    assert.deepEqual(around?.members, ["dublin", "amsterdam", "frankfurt"]);
    assert.ok((around?.hi ?? 0) > 0 && direct > 0);
    const members = [{ ...amsterdam, transit: false }, dublin, frankfurt];
    assert.match(
      tierMet(asked(1000, { links: through, members })).problems[0]?.message ?? "",
      /no link leads there/,
    );
  });

  it("asks nothing for traffic whose tier promises no round trip", () => {
    assert.deepEqual(tierMet(asked(undefined, { links: [] })), { problems: [], unknowns: [] });
  });

  it("does not pass a tier, a region or a mesh that is not known", () => {
    const blind = (facts: Inventory) =>
      tierMet(facts).unknowns.map(({ urn, property }) => `${urn} ${property}`);
    assert.deepEqual(blind(asked(UNKNOWN)), ["urn:mesh the round trip of tier gold"]);
    const members = [dublin, { ...frankfurt, region: UNKNOWN }];
    assert.deepEqual(blind(asked(40, { members })), ["urn:frankfurt the region of frankfurt"]);
    assert.deepEqual(blind(asked(40, { members: [dublin] })), ["urn:mesh the region of frankfurt"]);
    assert.deepEqual(blind(network({ unread: [{ urn: "urn:mesh", property: "traffic" }] })), [
      "urn:mesh traffic",
    ]);
  });

  it("does not pass a region that has no latencies, nor a site, and says so", () => {
    const why = (member: MemberFact) =>
      tierMet(asked(40, { members: [dublin, member] })).unknowns[0]?.because ?? "";
    assert.match(why({ ...frankfurt, region: "europe-west33" }), /"europe-west33" is no region of gcp/);
    assert.match(why({ ...frankfurt, cloud: "site", region: undefined }), /frankfurt has no region/);
  });

  it("does not call a link missing that may be hidden by what is not known", () => {
    const tunnelEnds = [end("vpn", { address: UNKNOWN })];
    const { problems, unknowns } = tierMet(asked(40, { links: [], tunnelEnds }));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      unknowns.map(({ urn }) => urn),
      ["urn:vpn"],
    );
    const members = [{ ...amsterdam, region: UNKNOWN }, dublin, frankfurt];
    assert.deepEqual(
      tierMet(asked(40, { links: through, members })).unknowns.map(({ urn }) => urn),
      ["urn:amsterdam"],
    );
  });
});
