import assert from "node:assert/strict";
import fc from "fast-check";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { emptyLock, type Lock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { planMesh } from "../../network/plan/plan";
import type { MemberSpec, MeshSpec, TopologySpec } from "../../network/spec/shape";
import { record } from "../../recorder/record";
import type { Registration } from "../../recorder/registration";
import { packageOf } from "../engine/clouds/cloud";
import { CLOUDS } from "../engine/clouds/clouds";
import { differences } from "../engine/clouds/difference";
import { fromStruct } from "../engine/clouds/properties";

const PLACES: MemberSpec[] = [
  ...["eu-west-1", "eu-north-1", "us-east-1"].map((region): MemberSpec => ({ cloud: "aws", region })),
  // A second one in a region shares the first one's gateway.
  { cloud: "aws", region: "eu-west-1", nodes: { max: 9 } },
  ...["europe-west3", "asia-northeast1"].map((region): MemberSpec => ({ cloud: "gcp", region })),
  ...["westeurope", "eastus2"].map((region): MemberSpec => ({ cloud: "azure", region })),
  { cloud: "site", ranges: ["192.168.40.0/22"], gateway: { address: "203.0.113.7", asn: 64900 } },
];

/** Names that come before, between and after one another. */
const NAMES = ["bravo", "delta", "foxtrot", "hotel", "juliet"];
const LATER = ["alpha", "echo", "zulu"];

/** A mesh of two to four members, and one that comes later. */
const growing = fc
  .record({
    places: fc.uniqueArray(fc.nat(PLACES.length - 1), { minLength: 3, maxLength: 5 }),
    later: fc.constantFrom(...LATER),
    kind: fc.constantFrom<TopologySpec["kind"]>("auto", "auto", "mesh"),
  })
  .filter(({ places }) => {
    const [first, second, ...rest] = places.map((place) => PLACES[place]?.cloud);
    return [first, second, ...rest].filter((cloud) => cloud !== "site").length >= 2 && first !== "site";
  })
  .map(({ places, later, kind }) => {
    const members = places.map((place) => PLACES[place] as MemberSpec); // an index of it
    const before = Object.fromEntries(members.slice(1).map((member, index) => [NAMES[index], member]));
    const spec = (all: Record<string, MemberSpec>): MeshSpec => ({ members: all, topology: { kind } });
    return { before: spec(before), after: spec({ ...before, [later]: members[0] as MemberSpec }) };
  });

async function made(spec: MeshSpec, lock: Lock): Promise<{ lock: Lock; made: Map<string, Registration> }> {
  const planned = planMesh(spec, lock, SOURCES);
  const { registrations, failures } = await record(
    () => new Mesh("mesh", { ...spec, lock: formatLock(planned.lock) }),
  );
  assert.deepEqual(failures, []);
  const custom = registrations.filter((one) => one.custom && !one.type.startsWith("pulumi:"));
  return { lock: planned.lock, made: new Map(custom.map((one) => [one.urn, one])) };
}

describe("a mesh of any shape", () => {
  it("loses nothing and has nothing replaced when a member comes", async function () {
    this.timeout(180_000);
    await fc.assert(
      fc.asyncProperty(growing, async ({ before, after }) => {
        const old = await made(before, emptyLock());
        const now = await made(after, old.lock);
        for (const [urn, { type, object }] of old.made) {
          const later = now.made.get(urn);
          assert.ok(later, `${urn} is gone`);
          const { immutable = [] } = CLOUDS[packageOf(type)]?.types[type] ?? {};
          const changes = differences(fromStruct(object), fromStruct(later.object), {}, immutable);
          const replacing = changes.filter(({ replaces }) => replaces).map(({ path }) => path);
          assert.deepEqual(replacing, [], `${urn} is replaced`);
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});
