import assert from "node:assert/strict";
import { containsUnknowns, isUnknown } from "@pulumi/pulumi/output";
import { unknownAnswer } from "../../recorder/unknown-answer";
import { UNKNOWN_TEXT } from "../../recorder/wire";

interface Deep {
  [key: string]: Deep;
}

describe("an answer of which nothing is known", () => {
  const answer = (onCounted = () => {}) => unknownAnswer(onCounted) as Deep & unknown[];

  it("is unknown to the SDK, at any depth", () => {
    assert.ok(isUnknown(answer()));
    assert.ok(isUnknown(answer().a?.b?.c));
    assert.ok(containsUnknowns({ inside: answer() }));
  });

  it("is, as text, what stands for an unknown", () => {
    assert.equal(`arn:${String(answer().id)}`, `arn:${UNKNOWN_TEXT}`);
    assert.equal(JSON.stringify(answer()), JSON.stringify(UNKNOWN_TEXT));
  });

  it("is no promise", async () => {
    const one = answer();
    assert.equal(await Promise.resolve(one), one);
  });

  it("is a list of one, and tells when it is counted", () => {
    let counted = 0;
    const list = answer(() => counted++);
    assert.ok(isUnknown(list[0]));
    assert.equal(counted, 0);
    assert.equal(list.length, 1);
    assert.equal(list.map(() => 1).length, 1);
    assert.equal([...list].length, 1);
    assert.ok(isUnknown(list.slice(0, 3)[0]));
    assert.equal(counted, 4);
  });
});
