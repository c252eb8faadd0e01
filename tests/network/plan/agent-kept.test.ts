import assert from "node:assert/strict";
import { emptyLock } from "../../../network/address/lock";
import { formatLock, parseLock } from "../../../network/address/lock-text";
import { planMesh } from "../../../network/plan/plan";
import type { MeshSpec } from "../../../network/spec/shape";
import { ANY_DATAPATH } from "./any-datapath";

const spec: MeshSpec = { members: { dublin: { cloud: "aws", region: "eu-west-1" } } };
const routed: MeshSpec = { ...spec, datapath: "routed" };

const lockOf = (given: MeshSpec) => planMesh(given, emptyLock(), ANY_DATAPATH).lock;
const again = (given: MeshSpec, lock = lockOf(spec)) => planMesh(given, lock, ANY_DATAPATH);

describe("the agent of a mesh that stands", () => {
  it("is nothing in the lock where it is the default, and stands there where it is not", () => {
    assert.deepEqual([...lockOf(spec).agent], []);
    assert.deepEqual([...lockOf(routed).agent], [["datapath", "routed"]]);
    assert.deepEqual([...parseLock(formatLock(lockOf(routed))).agent], [["datapath", "routed"]]);
  });

  it("stays as it is, member by member", () => {
    assert.deepEqual(again(spec).added, []);
    assert.deepEqual(again(routed, lockOf(routed)).added, []);
  });

  it("is not changed in place, in either direction: the message names the way", () => {
    const refused =
      /datapath: routed cannot take the place of overlay .*Another network agent.*delete the lock/;
    assert.throws(() => again(routed), refused);
    assert.throws(() => again(spec, lockOf(routed)), /datapath: overlay cannot take the place of routed/);
  });

  it("is free while nothing stands", () => {
    assert.equal(again(routed, emptyLock()).plan.datapath, "routed");
  });

  it("may have another version, and another encryption", () => {
    assert.deepEqual(again({ ...spec, agent: { version: "1.19.7", encryption: "ipsec" } }).added, []);
  });
});
