import assert from "node:assert/strict";
import { linkRedundant } from "../../../network/judge/link-redundant";
import type { Link, Tunnel } from "../../../network/model/inventory";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, mirrored, network } from "./example";

/** A tunnel between interface `a` at one end and `b` at the other. */
function tunnel(a: TunnelEndFact["interface"], b: TunnelEndFact["interface"], ordinal = 1): Tunnel {
  const one = end(`dublin-${ordinal}`, { interface: a });
  return { a: one, b: mirrored(one, `frankfurt-${ordinal}`, { interface: b }) };
}

function judge(tunnels: Tunnel[], foreign: TunnelEndFact[] = []) {
  const link: Link = { name: "dublin~frankfurt", a: "dublin", b: "frankfurt", kind: "vpn", tunnels };
  const links = tunnels.length > 0 ? [link] : [];
  return linkRedundant(
    network({ tunnels, links, tunnelEnds: [...tunnels.flatMap(({ a, b }) => [a, b]), ...foreign] }),
  );
}

describe("linkRedundant", () => {
  it("accepts a link that outlives any one interface", () => {
    assert.deepEqual(judge([tunnel(0, 0, 1), tunnel(1, 1, 2)]), { problems: [], unknowns: [] });
  });

  it("refuses a link of one tunnel", () => {
    const { problems } = judge([tunnel(0, 0)]);
    assert.match(problems[0]?.message ?? "", /the link dublin~frankfurt has one tunnel .* add a second/);
    assert.deepEqual(problems[0]?.subjects, ["urn:dublin-1", "urn:frankfurt-1"]);
  });

  it("refuses a link whose tunnels share an interface at one end", () => {
    const { problems } = judge([tunnel(0, 1, 1), tunnel(1, 1, 2)]);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? "", /all 2 tunnels .* interface 1 of frankfurt/);
  });

  it("judges the near end of a link to a foreign site", () => {
    assert.equal(judge([], [end("office-1")]).problems.length, 1);
    assert.deepEqual(judge([], [end("office-1"), end("office-2", { interface: 1 })]).problems, []);
  });

  it("does not pass a link whose interfaces are not known", () => {
    const { problems, unknowns } = judge([tunnel(0, 0, 1), tunnel(UNKNOWN, 1, 2)]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      unknowns.map(({ urn }) => urn),
      ["urn:dublin-2"],
    );
  });

  it("does not pass a tunnel whose far end is neither here nor known", () => {
    assert.deepEqual(
      judge([], [end("lost", { peerAsn: UNKNOWN })]).unknowns.map(({ urn }) => urn),
      ["urn:lost"],
    );
  });
});
