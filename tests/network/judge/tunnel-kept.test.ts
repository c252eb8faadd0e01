import assert from "node:assert/strict";
import { tunnelKept } from "../../../network/judge/tunnel-kept";
import type { Link, Tunnel } from "../../../network/model/inventory";
import type { TunnelEndFact, TunnelPart } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, mirrored, network } from "./example";

/** An end that exists, and what of it changes; or none yet. */
type Standing = TunnelPart[] | "new";

const standing = (changing: Standing): Pick<TunnelEndFact, "present"> =>
  changing === "new" ? {} : { present: { changing } };

function tunnel(ordinal: number, a: Standing, b: Standing): Tunnel {
  const one = end(`dublin-${ordinal}`, standing(a));
  return { a: one, b: mirrored(one, `frankfurt-${ordinal}`, { present: undefined, ...standing(b) }) };
}

function judge(tunnels: Tunnel[], foreign: TunnelEndFact[] = []) {
  const link: Link = { name: "dublin~frankfurt", a: "dublin", b: "frankfurt", kind: "vpn", tunnels };
  const links = tunnels.length > 0 ? [link] : [];
  return tunnelKept(
    network({ tunnels, links, tunnelEnds: [...tunnels.flatMap(({ a, b }) => [a, b]), ...foreign] }),
  );
}

const SILENT = { problems: [], unknowns: [] };

describe("tunnelKept", () => {
  it("accepts a link of which one tunnel goes on as it is", () => {
    assert.deepEqual(judge([tunnel(1, ["key"], ["key"]), tunnel(2, [], [])]), SILENT);
  });

  it("accepts a link that nothing happens to, and one that is made for the first time", () => {
    assert.deepEqual(judge([tunnel(1, [], []), tunnel(2, [], [])]), SILENT);
    assert.deepEqual(judge([tunnel(1, "new", "new"), tunnel(2, "new", "new")]), SILENT);
  });

  it("accepts a link whose first update failed when one end of it was made", () => {
    assert.deepEqual(judge([tunnel(1, [], "new"), tunnel(2, [], "new")]), SILENT);
  });

  it("refuses another key for all tunnels of a link at once, and says what to do instead", () => {
    const { problems } = judge([tunnel(1, ["key"], ["key"]), tunnel(2, ["key"], "new")]);
    assert.equal(
      problems[0]?.message,
      "no tunnel of the link dublin~frankfurt would stay up: urn:dublin-1, urn:dublin-2, urn:frankfurt-1 get another key; " +
        "change one tunnel an update, and apply that before the next.",
    );
    assert.deepEqual(problems[0]?.subjects, ["urn:dublin-1", "urn:dublin-2", "urn:frankfurt-1"]);
  });

  it("refuses another key for one tunnel where the others do not exist at both ends", () => {
    assert.equal(judge([tunnel(1, ["key"], ["key"]), tunnel(2, [], "new")]).problems.length, 1);
  });

  it("refuses another gateway or peer of all tunnels as it does another key", () => {
    const [problem] = judge([tunnel(1, ["gateway"], []), tunnel(2, [], ["peer"])]).problems;
    assert.match(problem?.message ?? "", /get another gateway and another peer address;/);
  });

  it("refuses any of these for a link's only tunnel, and asks for a second one", () => {
    const [problem] = judge([tunnel(1, ["key"], [])]).problems;
    assert.match(
      problem?.message ?? "",
      /dublin-1 gets another key; it has one tunnel only, so add another before/,
    );
  });

  it("judges a site's link by the cloud's end, since a site's device is only declared", () => {
    const toSite = (ordinal: number, changing: TunnelPart[]): Tunnel => {
      const { a, b } = tunnel(ordinal, changing, "new");
      return { a, b: { ...b, declared: true } };
    };
    assert.deepEqual(judge([toSite(1, ["key"]), toSite(2, [])]), SILENT);
    assert.equal(judge([toSite(1, ["key"]), toSite(2, ["key"])]).problems.length, 1);
  });

  it("judges the near end of a link to a place outside", () => {
    const near = (name: string, changing: TunnelPart[]) => end(name, { present: { changing } });
    assert.deepEqual(judge([], [near("office-1", ["key"]), near("office-2", [])]), SILENT);
    const [problem] = judge([], [near("office-1", ["key"]), near("office-2", ["key"])]).problems;
    assert.match(problem?.message ?? "", /the link from aws AS64512 to AS64513/);
  });

  it("does not pass a tunnel that changes where nobody knows which link it is of", () => {
    const lost = (changing: TunnelPart[]) => end("lost", { peerAsn: UNKNOWN, present: { changing } });
    assert.deepEqual(judge([], [lost([])]), SILENT);
    assert.deepEqual(
      judge([], [lost(["key"])]).unknowns.map(({ urn }) => urn),
      ["urn:lost"],
    );
  });
});
