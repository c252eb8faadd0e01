import assert from "node:assert/strict";
import fc from "fast-check";
import { distanceKm, fibreFloor } from "../../../network/place/distance";
import { REGIONS } from "../../../network/place/regions";
import { rttBetween } from "../../../network/place/whereabouts";

const location = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("a round trip to a site", () => {
  it("is an estimate by distance: the same both ways, in order, and no faster than light in fibre", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIONS), location, (region, place) => {
        const site = { cloud: "site", region: "", location: place } as const;
        const rtt = rttBetween(region, site);
        assert.deepEqual(rttBetween(site, region), rtt);
        assert.ok(rtt.lo <= rtt.p50 && rtt.p50 <= rtt.hi);
        const km = distanceKm(region, { lat: place.latitude, lon: place.longitude });
        if (km >= 300) assert.ok(rtt.lo >= fibreFloor(km) - 1e-9, `${rtt.lo} ms over ${km} km`);
        assert.match(rtt.source, /^distance: .*the site's own line comes on top$/);
      }),
      { seed: 1 },
    );
  });

  it("promises nothing where the site says no location: next door or the other end of the world", () => {
    const rtt = rttBetween({ cloud: "site", region: "" }, { cloud: "aws", region: "eu-west-1" });
    assert.equal(rtt.lo, 0.1);
    fc.assert(
      fc.property(fc.constantFrom(...REGIONS), location, (region, place) => {
        assert.ok(rttBetween(region, { cloud: "site", region: "", location: place }).hi <= rtt.hi);
      }),
      { seed: 1 },
    );
    assert.match(rtt.source, /says no location/);
  });
});
