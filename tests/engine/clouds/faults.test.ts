import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClouds } from "../running-clouds";
import { connect, testClouds } from "./client";
import { firedFaults, writeFaults } from "./faults";
import { objectsIn } from "./journal";

const VPC = "aws:ec2/vpc:Vpc";
const INPUTS = { cidrBlock: "10.0.0.0/16" };

describe("faults of the simulated clouds", () => {
  const clouds = testClouds();
  const made = () => objectsIn(clouds.directory()).map(({ name }) => name);

  it("fail the nth create of a type once, before there is an object", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, nth: 2, act: "fail" }]);
    await aws.make(VPC, "one", INPUTS);
    await aws.make("aws:iam/role:Role", "role", {});
    await assert.rejects(aws.make(VPC, "two", INPUTS), /InternalError/);
    assert.deepEqual(made(), ["one", "role"]);
    await aws.make(VPC, "two", INPUTS);
    assert.deepEqual(firedFaults(clouds.directory()), [{ type: VPC, nth: 2, act: "fail" }]);
  });

  it("fail the create of a resource by name after its object exists", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, name: "two", act: "fail", when: "after" }]);
    await aws.make(VPC, "one", INPUTS);
    await assert.rejects(aws.make(VPC, "two", INPUTS), /InternalError/);
    assert.deepEqual(made(), ["one", "two"]);
  });

  it("are counted anew when others are written", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, nth: 1, act: "fail" }]);
    await assert.rejects(aws.make(VPC, "one", INPUTS));
    writeFaults(clouds.directory(), [{ type: VPC, nth: 1, act: "fail" }]);
    await assert.rejects(aws.make(VPC, "one", INPUTS));
    assert.equal(firedFaults(clouds.directory()).length, 1);
  });

  it("do not touch previews", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, act: "fail" }]);
    await aws.preview(VPC, "one", INPUTS);
    assert.deepEqual(firedFaults(clouds.directory()), []);
  });

  it("delay a create, which then succeeds", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, act: "delay", milliseconds: 1 }]);
    await aws.make(VPC, "one", INPUTS);
    assert.deepEqual(made(), ["one"]);
    assert.equal(firedFaults(clouds.directory()).length, 1);
  });

  it("hang a create until other faults are written, and let it end also when nobody waits for it", async () => {
    const aws = await clouds.provider("aws");
    writeFaults(clouds.directory(), [{ type: VPC, act: "hang", when: "after" }]);
    const hanging = aws.make(VPC, "one", INPUTS);
    const other = await clouds.provider("aws");
    while (made().length === 0) await other.read(VPC, "one", "none");
    writeFaults(clouds.directory(), []);
    assert.equal((await hanging).id, objectsIn(clouds.directory())[0]?.id);
  });

  for (const when of ["before", "after"] as const) {
    it(`end the process ${when} the object exists, and leave it to the next one`, async () => {
      const directory = mkdtempSync(join(tmpdir(), "isthmus-clouds-"));
      try {
        writeFaults(directory, [{ type: VPC, act: "die", when }]);
        const first = await startClouds(directory);
        const aws = await connect(portOf(first.attach), "aws");
        await assert.rejects(aws.make(VPC, "one", INPUTS));
        aws.close();
        assert.equal(objectsIn(directory).length, when === "after" ? 1 : 0);
        await first.stop();

        const second = await startClouds(directory);
        const again = await connect(portOf(second.attach), "aws");
        await again.make(VPC, "two", INPUTS);
        again.close();
        await second.stop();
        assert.equal(objectsIn(directory).at(-1)?.name, "two");
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    });
  }
});

/** Port of `aws:1234,gcp:1234`. */
function portOf(attach: string): number {
  return Number(/^aws:(\d+)/.exec(attach)?.[1]);
}
