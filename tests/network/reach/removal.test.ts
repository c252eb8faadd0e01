import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import { reachOf } from "../../../inventory/reach";
import type { Resource } from "../../../network/model/resource";
import { mandatory } from "../../policies/mandatory";
import { recorded } from "./recorded";
import { CARRYING, kindOf, OTHERS } from "./removal/kinds";
import { meshOfEverything } from "./removal/mesh";
import { type Found, REDUNDANCIES } from "./removal/redundant";

interface Judged extends Found {
  said: string[];
}

function judged(resources: Resource[]): Judged {
  const found = inventory(resources);
  const said = mandatory.flatMap((rule) => {
    const { problems, unknowns } = rule.judge(found, {});
    return [
      ...problems.map(({ message, subjects }) => `${rule.name}: ${message} ${subjects.join(" ")}`),
      ...unknowns.map(({ urn, property, because }) => `${rule.name}: ${property} ${because ?? ""} ${urn}`),
    ];
  });
  return { inventory: found, pairs: reachOf(found, "all"), said };
}

/** What comes of the removal of a resource and of nothing else: others go on naming it. */
function outcome(
  removed: Resource,
  before: Judged,
  resources: Resource[],
): { said: string[]; why: string[] } {
  const after = judged(resources.filter((resource) => resource !== removed));
  const said = after.said.filter((line) => !before.said.includes(line));
  const whole =
    after.pairs.length === before.pairs.length &&
    after.pairs.every((pair, index) => pair.ok === before.pairs[index]?.ok);
  const why = whole
    ? REDUNDANCIES.filter(({ shows }) => shows(removed, before, after)).map((reason) => reason.why)
    : [];
  return { said, why };
}

describe("a mesh of which one resource is taken away", function () {
  this.timeout(300_000);
  const members = Object.keys(meshOfEverything().members);
  let resources: Resource[];
  let sound: Judged;

  before(async () => {
    ({ resources } = await recorded(meshOfEverything()));
    sound = judged(resources);
  });

  it("breaks no rule before, and everybody who is asked to reaches whom they are asked to reach", () => {
    assert.deepEqual(sound.said, []);
    assert.ok(sound.inventory.intents.length > 40);
  });

  it("is made of resources of which each type carries traffic or is said not to", () => {
    const types = [...new Set(resources.map(({ type }) => type))].sort();
    const known = (type: string) =>
      CARRYING.includes(type) !== OTHERS.some(([start]) => type.startsWith(start));
    assert.deepEqual(
      types.filter((type) => !known(type)),
      [],
    );
  });

  it("is told by name what broke, or shows another way, for each resource of more than 60 kinds", () => {
    const [caught, redundant] = [new Set<string>(), new Set<string>()];
    const unnoticed: string[] = [];
    for (const removed of resources.filter(({ type }) => CARRYING.includes(type))) {
      const kind = kindOf(removed, members);
      const { said, why } = outcome(removed, sound, resources);
      if (said.some((line) => members.some((member) => line.includes(member)))) caught.add(kind);
      else if (why.length > 0) redundant.add(kind);
      else unnoticed.push(`${kind}: ${removed.name}`);
    }
    assert.deepEqual(unnoticed, []);
    assert.ok(new Set([...caught, ...redundant]).size > 60);
    assert.ok(caught.size >= 40, `only ${caught.size} kinds are caught`);
  });
});
