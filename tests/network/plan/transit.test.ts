import assert from "node:assert/strict";
import { CATALOGUE } from "../../../clouds/catalogue";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import type { Catalogue } from "../../../network/catalogue";
import { planMesh } from "../../../network/plan/plan";
import { Ways } from "../../../network/plan/reach";
import { countedPassage } from "../../../network/plan/transit";
import { ADJACENCIES, type Adjacency, type TransitFact } from "../../../network/routing/transit";
import type { Cloud, MemberSpec } from "../../../network/spec/shape";

type Cell = { from: Adjacency; to: Adjacency };

const HERE: Record<Cloud, MemberSpec> = {
  aws: { cloud: "aws", region: "eu-west-1" },
  gcp: { cloud: "gcp", region: "europe-west3" },
  azure: { cloud: "azure", region: "westeurope" },
  site: { cloud: "site", ranges: ["192.168.40.0/22"], gateway: { address: "203.0.113.7", asn: 64900 } },
};

/** From left to right by way of a hub, which learned of right over one kind of link and tells left over another. */
function way(cloud: Cloud, { from, to }: Cell, clouds: Catalogue = CATALOGUE, lender?: string): string[] {
  const members = { hub: HERE[cloud], left: HERE.aws, right: HERE.aws };
  const link = (a: string, b: string, adjacency: Adjacency) => ({
    name: `${a}~${b}`,
    a,
    b,
    adjacency,
    weight: 1,
    ...(lender && adjacency === "network-peering" ? { lender } : {}),
  });
  const links = [link("hub", "left", to), link("hub", "right", from)];
  return new Ways(["hub", "left", "right"], links, countedPassage({ members }, clouds)).path("left", "right");
}

/** The catalogue with one cell put in the place of another. */
function withCell(cloud: "aws" | "gcp" | "azure", { from, to }: Cell, fact: Partial<TransitFact>): Catalogue {
  const { transit } = CATALOGUE[cloud];
  const cell: TransitFact = { ...transit.cells[from][to], ...fact };
  const cells = { ...transit.cells, [from]: { ...transit.cells[from], [to]: cell } };
  return { ...CATALOGUE, [cloud]: { ...CATALOGUE[cloud], transit: { ...transit, cells } } };
}

/** What a plan counts on, as isthmus makes members; with `lending`, where the hub lends its gateway over network peerings. */
const COUNTED: Record<Cloud, { always: string[]; lending: string[] }> = {
  // One route table for all; static routes over peerings of gateways, and in the VPC.
  aws: {
    always: [
      "attachment to attachment",
      "attachment to vpn",
      "attachment to gateway-peering",
      "vpn to attachment",
      "vpn to vpn",
      "vpn to gateway-peering",
      "gateway-peering to attachment",
      "gateway-peering to vpn",
    ],
    lending: [],
  },
  // Its own ranges and what it learned for itself; nothing from one peer to another.
  gcp: {
    always: [
      "attachment to vpn",
      "attachment to interconnect",
      "vpn to attachment",
      "interconnect to attachment",
    ],
    lending: [
      "attachment to network-peering",
      "vpn to network-peering",
      "network-peering to attachment",
      "network-peering to vpn",
      "network-peering to interconnect",
      "interconnect to network-peering",
    ],
  },
  // Between all BGP peers of the VPN gateway.
  azure: {
    always: [
      "attachment to vpn",
      "attachment to interconnect",
      "vpn to attachment",
      "vpn to vpn",
      "interconnect to attachment",
    ],
    lending: [
      "attachment to network-peering",
      "vpn to network-peering",
      "network-peering to attachment",
      "network-peering to vpn",
      "network-peering to interconnect",
      "interconnect to network-peering",
    ],
  },
  site: { always: [], lending: [] },
};

const CELLS = ADJACENCIES.flatMap((from) => ADJACENCIES.map((to): Cell => ({ from, to })));
const named = ({ from, to }: Cell): string => `${from} to ${to}`;
const THROUGH = ["left", "hub", "right"];

describe("a path through a member", () => {
  for (const [cloud, { always, lending }] of Object.entries(COUNTED) as [Cloud, (typeof COUNTED)[Cloud]][]) {
    it(`is planned where ${cloud} passes on, and nowhere else`, () => {
      for (const cell of CELLS) {
        const expected = always.includes(named(cell)) ? THROUGH : [];
        assert.deepEqual(way(cloud, cell), expected, named(cell));
      }
      for (const cell of CELLS) {
        const expected = [...always, ...lending].includes(named(cell)) ? THROUGH : [];
        assert.deepEqual(way(cloud, cell, CATALOGUE, "hub"), expected, `${named(cell)}, lending`);
        // The other end's gateway is of no use to the hub's neighbours.
        if (!always.includes(named(cell)))
          assert.deepEqual(way(cloud, cell, CATALOGUE, "left"), [], `${named(cell)}, borrowing`);
      }
    });
  }

  for (const cloud of ["aws", "gcp", "azure"] as const) {
    it(`is not planned where the table of ${cloud} denied it, knew nothing of it, or asked for what is not made`, () => {
      const passing = CELLS.filter((cell) => COUNTED[cloud].always.includes(named(cell)));
      for (const cell of passing) {
        const facts: Partial<TransitFact>[] = [
          { passes: "no" },
          { passes: "unknown" },
          { passes: "yes", needs: ["route-server"] },
        ];
        for (const fact of facts) {
          const changed = withCell(cloud, cell, fact);
          assert.deepEqual(way(cloud, cell, changed), [], `${named(cell)}: ${fact.passes}`);
        }
      }
      const denied = CELLS.filter((cell) => !COUNTED[cloud].always.includes(named(cell)));
      for (const cell of denied) {
        const changed = withCell(cloud, cell, { passes: "yes", needs: [] });
        assert.deepEqual(way(cloud, cell, changed), THROUGH, named(cell));
      }
    });
  }

  it("is in the plan of a mesh through AWS and through Azure, and not through Google Cloud or a site", () => {
    const through = (hub: MemberSpec, left: MemberSpec, right: MemberSpec) => {
      const { plan } = planMesh(
        {
          members: { hub, left, right },
          topology: {
            kind: "links",
            links: [
              { a: "hub", b: "left" },
              { a: "hub", b: "right" },
            ],
          },
          traffic: [{ from: "left", to: "right" }],
        },
        emptyLock(),
        SOURCES,
      );
      const { left: leftPlan, right: rightPlan } = plan.members;
      const remote = leftPlan?.gateway?.remote.includes(rightPlan?.ranges.nodes ?? "");
      return [plan.traffic[0]?.path, remote];
    };
    assert.deepEqual(through(HERE.aws, HERE.gcp, HERE.azure), [THROUGH, true]);
    assert.deepEqual(through(HERE.azure, HERE.aws, HERE.gcp), [THROUGH, true]);
    assert.deepEqual(through(HERE.gcp, HERE.aws, HERE.azure), [[], false]);
    assert.deepEqual(through(HERE.site, HERE.aws, HERE.azure), [[], false]);
  });
});
