import assert from "node:assert/strict";
import { ROTATIONS } from "../../../clouds/rotations";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { parseLock } from "../../../network/address/lock-text";
import { rotationOf } from "../../../network/link/rotation";
import { planMesh } from "../../../network/plan/plan";
import type { Plan } from "../../../network/plan/shape";
import type { GatewaySpec, MeshSpec } from "../../../network/spec/shape";

const site = (gateway: GatewaySpec): MeshSpec["members"][string] => ({
  ...{ cloud: "site", ranges: ["192.168.40.0/22"], gateway },
});
const spec: MeshSpec = {
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    office: site({ addresses: ["203.0.113.7", "203.0.113.8"], asn: 64900 }),
    shop: { ...site({ address: "203.0.113.9", asn: 64901 }), ranges: ["192.168.48.0/22"] },
    tokyo: { cloud: "gcp", region: "asia-northeast1" },
  },
  topology: {
    kind: "links",
    links: [
      { a: "amsterdam", b: "dublin" },
      { a: "amsterdam", b: "office" },
      { a: "amsterdam", b: "shop" },
      { a: "dublin", b: "frankfurt" },
      { a: "dublin", b: "office" },
      { a: "frankfurt", b: "tokyo" },
    ],
  },
};

const planned = (generations = ""): Plan => planMesh(spec, lockWith(generations), SOURCES).plan;
const lockWith = (generations: string) =>
  generations === "" ? emptyLock() : parseLock(`generations:\n${generations}`);

function rotation(name: string, ordinal?: number, plan = planned()) {
  const link = plan.links.find((one) => one.name === name);
  assert.ok(link);
  const cloud = (member: string) => plan.members[member]?.cloud ?? "site";
  return rotationOf(link, ordinal, {
    clouds: { a: cloud(link.a), b: cloud(link.b) },
    rotations: ROTATIONS,
    catalogue: SOURCES.clouds,
  });
}

/** What happens at each end, with the names of what changes. */
const ends = (name: string, ordinal: number) =>
  rotation(name, ordinal).ends.map(({ member, how, resources }) => [
    ...[member, how],
    ...resources.map((resource) => resource.name),
  ]);

describe("another key for a tunnel", () => {
  it("changes AWS' connection, which holds two tunnels, and Azure's in place", () => {
    assert.deepEqual(ends("amsterdam~dublin", 3), [
      ["amsterdam", "in place", "amsterdam_dublin-tunnel-3-connection"],
      ["dublin", "in place", "amsterdam~dublin/connection/1"],
    ]);
    const [, dublin] = rotation("amsterdam~dublin", 3).ends;
    assert.match(dublin?.says ?? "", /changes this tunnel's options on a connection that holds two;/);
  });

  it("replaces Google Cloud's tunnel, interface and peer", () => {
    const [, frankfurt] = rotation("dublin~frankfurt", 2).ends;
    assert.equal(frankfurt?.how, "replaced");
    assert.deepEqual(
      frankfurt?.resources.map(({ type, name }) => [type.split(":").at(-1), name]),
      [
        ["VPNTunnel", "dublin--frankfurt-2"],
        ["RouterInterface", "dublin--frankfurt-2"],
        ["RouterPeer", "dublin--frankfurt-2"],
      ],
    );
  });

  it("is given to a site's device by its people, and nothing is made there", () => {
    assert.deepEqual(ends("dublin~office", 3), [
      ["dublin", "in place", "dublin~office/connection/1"],
      ["office", "by hand"],
    ]);
  });

  it("leaves all others of the link as they are, with what they carry", () => {
    const { tunnels, kept, capacity, generation } = rotation("dublin~frankfurt", 2);
    assert.deepEqual(tunnels, ["dublin~frankfurt/tunnel/2"]);
    assert.deepEqual(
      kept,
      [1, 3, 4].map((ordinal) => `dublin~frankfurt/tunnel/${ordinal}`),
    );
    assert.deepEqual(capacity, { all: 4000, kept: 3000 });
    assert.deepEqual(generation, { from: 1, to: 2 });
    assert.deepEqual(rotation("amsterdam~dublin", 2).capacity, { all: 1000, kept: 1000 });
    assert.deepEqual(rotation("dublin~office", 2).capacity, { all: 5000, kept: 3750 });
  });

  it("is that of the lowest generation where none is named, so that all have their turn", () => {
    const turn = (generations = "") => rotation("dublin~frankfurt", undefined, planned(generations)).key;
    assert.equal(turn(), "dublin~frankfurt/tunnel/1");
    const raised = (ordinal: number) => `  dublin~frankfurt/tunnel/${ordinal}: 2\n`;
    assert.equal(turn(raised(1)), "dublin~frankfurt/tunnel/2");
    assert.equal(turn(raised(1) + raised(2) + raised(4)), "dublin~frankfurt/tunnel/3");
    assert.deepEqual(rotation("dublin~frankfurt", 1, planned(raised(1))).generation, { from: 2, to: 3 });
  });

  it("goes to both tunnels of one of Azure's connections to a site, whichever of them is named", () => {
    for (const ordinal of [3, 4]) {
      const { key, tunnels, kept } = rotation("amsterdam~office", ordinal);
      assert.equal(key, "amsterdam~office/tunnel/3");
      assert.deepEqual(
        [tunnels, kept],
        [
          ["amsterdam~office/tunnel/3", "amsterdam~office/tunnel/4"],
          ["amsterdam~office/tunnel/1", "amsterdam~office/tunnel/2"],
        ],
      );
    }
  });

  it("is refused where nothing would carry the link's traffic meanwhile", () => {
    assert.throws(
      () => rotation("amsterdam~shop"),
      /^InputError: amsterdam~shop: has one connection for all its tunnels, so nothing would carry its traffic/,
    );
  });

  it("is refused for a tunnel that there is not, and on a link that has none", () => {
    assert.throws(
      () => rotation("dublin~frankfurt", 5),
      /^InputError: --tunnel: dublin~frankfurt has no tunnel 5; it has 1 to 4$/,
    );
    assert.throws(() => rotation("frankfurt~tokyo"), /^InputError: frankfurt~tokyo: has no tunnel of ours/);
  });
});
