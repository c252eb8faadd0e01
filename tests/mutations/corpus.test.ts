import assert from "node:assert/strict";
import { type Dump, ENVIRONMENTS, environmentDump, rawDump, rawNames } from "./dumps";
import { EQUIVALENTS } from "./equivalent";
import { mandatoryIn } from "./expected";
import { mutationsOf } from "./generate";
import { harmlessIn } from "./harmless";
import { alarmedBy, awaits, caughtBy, falseAlarms, said } from "./judge";
import { concernOf } from "./mutation";
import { readPaths } from "./read-paths";

/** As many as fit into a few seconds; `npm run mutations` tries them all. */
const SAMPLE = 120;
/** Of a sample. Of all of them it is 98 %. */
const GOAL = 0.94;

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator, Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("single faults in sound stacks", function () {
  this.timeout(120_000);
  const dumps: Dump[] = [];

  before(async () => {
    for (const name of ENVIRONMENTS) dumps.push(await environmentDump(name));
    for (const name of rawNames()) if (mandatoryIn(name).length === 0) dumps.push(await rawDump(name));
  });

  it("are more than a thousand, of each concern some, and all of different names", () => {
    const mutations = dumps.flatMap((dump) => mutationsOf(dump).mutations);
    assert.ok(mutations.length > 1000, `${mutations.length}`);
    const concerns = new Set(mutations.map(concernOf));
    for (const concern of ["address", "agent", "encryption", "exposure", "latency", "link", "mtu", "reach"])
      assert.ok(concerns.has(concern), concern);
    assert.equal(new Set(mutations.map(({ name }) => name)).size, mutations.length);
  });

  it("are caught, by a sample that is the same every time", () => {
    const random = seeded(6);
    const missed: string[] = [];
    let total = 0;
    for (const dump of dumps) {
      const before = said(dump.resources);
      const { mutations } = mutationsOf(dump);
      const share = SAMPLE / dumps.length / mutations.length;
      for (const mutation of mutations) {
        if (random() > share || awaits(mutation)) continue;
        total++;
        if (caughtBy(mutation, before) === undefined) missed.push(mutation.name);
      }
    }
    assert.ok(total > SAMPLE / 2, `${total}`);
    assert.ok(missed.length <= total * (1 - GOAL), missed.join("\n"));
  });

  it("are told from changes that mean nothing, and stacks without faults alarm nobody", () => {
    const [dev] = dumps;
    assert.ok(dev);
    assert.deepEqual(dumps.flatMap(falseAlarms), []);
    const before = said(dev.resources);
    const harmless = harmlessIn(dev);
    assert.ok(harmless.length > 10);
    assert.deepEqual(
      harmless.flatMap((change) => alarmedBy(change, before)),
      [],
    );
  });

  it("have a reason for each kind of change that is none", () => {
    assert.equal(new Set(EQUIVALENTS.map(({ why }) => why)).size, EQUIVALENTS.length);
  });
});

describe("the properties that are read", () => {
  it("are found by watching: set or not, in lists, by reference", async () => {
    const paths = readPaths((await environmentDump("dev")).resources);
    assert.ok(paths.get("aws:ec2/vpc:Vpc")?.has("cidrBlock"));
    assert.ok(paths.get("gcp:compute/firewall:Firewall")?.has("disabled"));
    assert.ok(paths.get("gcp:compute/subnetwork:Subnetwork")?.has("secondaryIpRanges.*.ipCidrRange"));
    assert.ok(paths.get("aws:ec2/subnet:Subnet")?.has("@vpcId"));
    assert.ok(!paths.get("aws:ec2/vpc:Vpc")?.has("tags"));
  });
});
