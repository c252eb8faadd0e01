import assert from "node:assert/strict";
import { renew, sorted } from "../../../network/address/entries";

const yes = { stays: () => true, returns: () => true };
const no = { stays: () => false, returns: () => false };

describe("renewing a section of the lock", () => {
  const live = new Map([
    ["kept", 1],
    ["gone", 2],
    ["unfit", 3],
  ]);
  const removed = new Map([
    ["back", 4],
    ["away", 5],
    ["useless", 6],
  ]);
  const wanted = new Map([
    ["new", yes],
    ["kept", yes],
    ["unfit", no],
    ["back", yes],
    ["useless", no],
  ]);
  const result = renew({ live, removed }, wanted);

  it("keeps what is wanted and gives back what was removed", () => {
    assert.deepEqual(
      result.live,
      new Map([
        ["kept", 1],
        ["back", 4],
      ]),
    );
    assert.deepEqual(result.revived, ["back"]);
  });

  it("reserves what is wanted no more, and what was not before", () => {
    assert.deepEqual(
      result.removed,
      new Map([
        ["gone", 2],
        ["away", 5],
      ]),
    );
    assert.deepEqual(result.gone, ["gone"]);
  });

  it("tells what needs a value, in order of names", () => {
    assert.deepEqual(result.missing, ["new", "unfit", "useless"]);
  });

  it("sorts by code units, the same on every machine", () => {
    assert.deepEqual(
      [
        ...sorted(
          new Map([
            ["b", 1],
            ["a-b", 2],
            ["a/b", 3],
            ["Z", 4],
          ]),
        ).keys(),
      ],
      ["Z", "a-b", "a/b", "b"],
    );
  });
});
