import assert from "node:assert/strict";
import { siteSide } from "../../../clouds/site/side";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";
import { planWithOffice, sideOf, TWO_DEVICES } from "./office";

describe("a site's side of its links", () => {
  for (const [what, gateway] of [
    ["one device", undefined],
    ["two devices", TWO_DEVICES],
  ] as const) {
    it(`has every tunnel of the plan at the device that it goes to: ${what}`, () => {
      const plan = planWithOffice(gateway);
      const links = plan.links.filter(({ b }) => b === "office");
      sideOf(gateway).forEach((device, index) => {
        assert.equal(device.address, plan.sites?.office?.addresses[index]);
        assert.deepEqual(
          device.tunnels.map(({ name, inside, remoteAsn }) => [name, inside.local, inside.remote, remoteAsn]),
          links.flatMap(({ tunnels }) =>
            tunnels
              .filter(({ b }) => b.interface === index)
              .map(({ name, a, b }) => [name, b.address, a.address, a.asn]),
          ),
        );
      });
    });
  }

  it("gives each tunnel an interface of its own number, the same whatever other links there are", () => {
    const ids = sideOf(TWO_DEVICES).flatMap(({ tunnels }) =>
      tunnels.map(({ name, interfaceId }) => [name, interfaceId]),
    );
    assert.equal(new Set(ids.map(([, id]) => id)).size, ids.length);
    for (const [, id] of ids) assert.ok(Number(id) > 0 && Number(id) < 16_384);
  });

  it("fits packets to the path, lifetimes and timers to the cloud at the other end", () => {
    const terms = sideOf()[0]?.tunnels.map(({ cloud, mtu, mss, lifetimes, bgp }) => [
      cloud,
      mtu,
      mss,
      lifetimes.ike,
      lifetimes.esp,
      bgp.hold,
    ]);
    assert.deepEqual(
      [...new Set(terms?.map((term) => term.join(" ")))],
      ["azure 1446 1406 28800 3600 180", "aws 1446 1406 28800 3600 60", "gcp 1406 1366 36000 10800 60"],
    );
  });

  it("tells and takes prefixes of the plan, never a default route", () => {
    for (const { advertise, tunnels } of sideOf()) {
      assert.deepEqual(advertise, ["10.9.0.0/16", "192.168.40.0/22"]);
      for (const { expect } of tunnels) {
        assert.ok(expect.length > 0);
        for (const prefix of expect) assert.match(prefix, /^10\.\d+\.\d+\.0\/20$/);
      }
    }
  });

  it("names the lines that are there already, and has no tunnel for them", () => {
    const line = { capacity: "10Gbps", rtt: "3ms", asOf: "2026-11-01", encryption: "macsec" as const };
    const spec: MeshSpec = {
      members: {
        dublin: { cloud: "aws", region: "eu-west-1" },
        office: {
          cloud: "site",
          ranges: ["192.168.40.0/22"],
          gateway: { address: "203.0.113.7", asn: 64900 },
        },
      },
      topology: { kind: "auto", links: [{ a: "dublin", b: "office", kind: "existing", ...line }] },
    };
    const [side] = siteSide(planMesh(spec, emptyLock(), SOURCES).plan, "office", SOURCES.clouds);
    assert.deepEqual([side?.lines, side?.tunnels], [["dublin~office"], []]);
    assert.deepEqual(sideOf()[0]?.lines, []);
  });

  it("is refused for a site that there is not, naming the likely one", () => {
    const plan = planWithOffice();
    assert.throws(
      () => siteSide(plan, "offce", SOURCES.clouds),
      /there is no site offce; did you mean office\?/,
    );
    assert.throws(
      () => siteSide(plan, "dublin", SOURCES.clouds),
      /there is no site dublin; there are office/,
    );
  });
});
