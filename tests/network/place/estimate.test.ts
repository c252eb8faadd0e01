import assert from "node:assert/strict";
import { distanceKm, fibreFloor } from "../../../network/place/distance";
import { estimateRtt } from "../../../network/place/estimate";
import { figureOf } from "../../../network/place/figures";
import { neighbourEstimate } from "../../../network/place/neighbour";
import { closestName, REGIONS, regionExists, regionsOf, unknownRegion } from "../../../network/place/regions";

const aws = (region: string) => ({ cloud: "aws", region }) as const;
const gcp = (region: string) => ({ cloud: "gcp", region }) as const;
const azure = (region: string) => ({ cloud: "azure", region }) as const;

describe("the catalogue of regions", () => {
  it("has every region of the three clouds", () => {
    assert.deepEqual(
      [regionsOf("aws").length, regionsOf("gcp").length, regionsOf("azure").length],
      [38, 42, 72],
    );
    assert.ok(regionExists("aws", "eu-west-1"));
    assert.ok(!regionExists("gcp", "eu-west-1"));
  });

  it("tells what a misspelt region most likely means, and whose it is", () => {
    assert.equal(closestName("aws", "eu-wst-1"), "eu-west-1");
    assert.equal(closestName("aws", "atlantis"), undefined);
    assert.match(unknownRegion("gcp", "eu-west-1"), /it is one of aws$/);
  });
});

describe("a round-trip estimate", () => {
  it("is the same both ways, in order, and no faster than light in fibre, for every pair", () => {
    for (const a of REGIONS) {
      for (const b of REGIONS) {
        const rtt = estimateRtt(a, b);
        assert.deepEqual(rtt, estimateRtt(b, a));
        assert.ok(rtt.lo <= rtt.p50 && rtt.p50 <= rtt.hi && rtt.lo > 0, `${a.region} ${b.region}`);
        const km = distanceKm(a, b);
        if (km >= 300) assert.ok(rtt.lo >= fibreFloor(km), `${a.region} ${b.region}`);
        assert.match(rtt.source, /^(measured|neighbour|distance): /);
        assert.match(rtt.asOf, /^\d{4}-\d{2}(-\d{2})?$/);
      }
    }
  });

  it("is what was measured, where the pair was", () => {
    const close = estimateRtt(aws("us-east-1"), azure("eastus"));
    assert.equal(close.p50, 1.9);
    assert.match(close.source, /^measured: Skyplane/);
    assert.match(estimateRtt(aws("eu-west-1"), aws("us-east-1")).source, /^measured: cloudping/);
    assert.match(estimateRtt(azure("westeurope"), azure("northeurope")).source, /^measured: Microsoft/);
    assert.match(estimateRtt(gcp("europe-west3"), gcp("us-east1")).source, /^measured: Skyplane/);
  });

  it("is a measured neighbour's, scaled, where the pair was not", () => {
    const rtt = estimateRtt(aws("eu-west-1"), gcp("europe-west12"));
    assert.match(rtt.source, /^neighbour: /);
    assert.ok(rtt.p50 > 15 && rtt.p50 < 50, String(rtt.p50));
  });

  it("would hold the measured figure of nine pairs in ten, had they not been measured", () => {
    const pairs = REGIONS.flatMap((a) => REGIONS.filter((b) => a.index < b.index).map((b) => ({ a, b })));
    const errors: number[] = [];
    let held = 0;
    for (const { a, b } of pairs) {
      const figure = figureOf(a, b);
      const estimate = figure && neighbourEstimate(a, b);
      if (!estimate) continue;
      errors.push(Math.abs(estimate.p50 / figure.ms - 1));
      if (estimate.lo <= figure.ms && figure.ms <= estimate.hi) held++;
    }
    errors.sort((x, y) => x - y);
    assert.ok(errors.length > 3000);
    assert.ok(held / errors.length > 0.9, `${held} of ${errors.length}`);
    assert.ok((errors[errors.length >> 1] ?? 1) < 0.05);
  });

  it("is a few milliseconds inside one region, by the region's own figure where there is one", () => {
    assert.match(estimateRtt(aws("eu-west-1"), aws("eu-west-1")).source, /^measured: cloudping/);
    const { p50, hi, source } = estimateRtt(gcp("europe-west3"), gcp("europe-west3"));
    assert.match(source, /^neighbour: /);
    assert.ok(p50 < 5 && hi < 10);
  });

  it("is short for two clouds in one city, measured or not", () => {
    assert.ok(estimateRtt(aws("eu-central-1"), gcp("europe-west3")).hi < 4);
    assert.ok(estimateRtt(aws("eu-west-3"), gcp("europe-west9")).hi < 7);
  });

  it("has a wider band where the figures are older", () => {
    const width = ({ lo, hi }: { lo: number; hi: number }) => hi / lo;
    const recent = estimateRtt(aws("eu-west-1"), aws("us-east-1"));
    const old = estimateRtt(aws("eu-west-1"), gcp("us-east4"));
    assert.match(old.source, /^measured: Skyplane/);
    assert.ok(width(recent) < width(old));
  });

  it("is by distance where nothing near was measured, with the widest band", () => {
    const far = REGIONS.flatMap((a) => REGIONS.map((b) => estimateRtt(a, b))).filter((rtt) =>
      rtt.source.startsWith("distance: fitted"),
    );
    assert.ok(far.length > 0);
    for (const rtt of far) assert.ok(rtt.hi / rtt.lo > 1.6);
  });

  it("is refused for a region that there is not", () => {
    assert.throws(() => estimateRtt(aws("eu-west-9"), gcp("europe-west3")), /no region of aws/);
  });
});
