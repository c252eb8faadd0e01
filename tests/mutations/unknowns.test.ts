import assert from "node:assert/strict";
import fc from "fast-check";
import type { Resource } from "../../network/model/resource";
import { environmentDump } from "./dumps";
import { type Read, readsOf } from "./read-paths";
import { faultsOf, saidOf, unknownsOf, withUnknown } from "./unknown";

/** Every so many-th property; `npm run unknowns` tries them all. */
const EVERY = 5;

describe("properties of prod that are not known before apply", function () {
  this.timeout(120_000);
  let resources: Resource[];
  let before_: ReturnType<typeof saidOf>;

  before(async () => {
    ({ resources } = await environmentDump("prod"));
    before_ = saidOf(resources);
  });

  it("are taken for nothing by no rule: where a wrong value breaks one, an unknown value does", () => {
    const all = unknownsOf({ name: "prod", resources });
    assert.ok(all.length > 200, `${all.length}`);
    const sample = all.filter((_, index) => index % EVERY === 0);
    assert.deepEqual(
      sample.flatMap((one) => faultsOf(one, before_)),
      [],
    );
  });

  it("crash nothing in any set of them, and make no rule fall silent that spoke before", () => {
    const reads: Read[] = readsOf(resources).filter(({ path }) => !path.startsWith("@"));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(reads.length - 1), { minLength: 2, maxLength: 60 }), (chosen) => {
        const set = chosen.flatMap((index) => reads[index] ?? []);
        const { mandatory } = saidOf(withUnknown(resources, set));
        assert.ok(mandatory.size >= before_.mandatory.size);
      }),
      { numRuns: 25, seed: 6 },
    );
  });
});
