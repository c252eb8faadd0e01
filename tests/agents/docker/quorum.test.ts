import { strict as assert } from "node:assert";
import fc from "fast-check";
import { quorumFaults, quorumWarnings } from "../../../agents/docker/quorum";

describe("Managers of a Swarm", () => {
  it("may be one in each of three clouds: the loss of one cloud leaves a majority", () => {
    const managers = { dublin: 1, frankfurt: 1, amsterdam: 1 };
    assert.deepEqual(quorumFaults(managers), []);
    assert.deepEqual(quorumWarnings(managers), []);
  });

  it("are refused where they are even in all, with the numbers that would do", () => {
    const [fault, ...others] = quorumFaults({ dublin: 1, frankfurt: 1 });
    assert.deepEqual(others, []);
    assert.equal(
      fault?.message,
      "dublin, frankfurt have 2 managers in all, which is even: a split in halves leaves no majority; give 1 or 3",
    );
  });

  it("are refused where there are none, and where there are more than seven", () => {
    assert.match(quorumFaults({ dublin: 0 })[0]?.message ?? "", /^no host of dublin is a manager/);
    assert.match(quorumFaults({ dublin: 9 })[0]?.message ?? "", /9 managers in all.*at most 7$/);
  });

  it("are warned of by the member that alone holds the majority", () => {
    assert.deepEqual(
      quorumWarnings({ frankfurt: 1, dublin: 2 }).map(({ path }) => path),
      ["members.dublin.hosts.managers"],
    );
  });

  it("keep a majority without any member that is not warned of, and lose it without one that is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), (counts) => {
        const managers = Object.fromEntries(counts.map((count, index) => [`m${index}`, count]));
        const all = counts.reduce((sum, count) => sum + count, 0);
        const warned = new Set(quorumWarnings(managers).map(({ path }) => path.split(".")[1]));
        counts.forEach((count, index) => {
          assert.equal(warned.has(`m${index}`), (all - count) * 2 <= all);
        });
      }),
    );
  });
});
