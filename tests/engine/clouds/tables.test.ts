import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Mesh, type MeshArgs } from "../../../components";
import { record } from "../../../recorder/record";
import { packageOf } from "./cloud";
import { CLOUDS } from "./clouds";

const STACKS = join(__dirname, "../../../stacks");

describe("tables of the simulated clouds", () => {
  it("know every type that a mesh in three clouds registers", async () => {
    const { config } = parse(readFileSync(join(STACKS, "Pulumi.dev.yaml"), "utf8"));
    const args: MeshArgs = config["isthmus:mesh"];
    const lock = readFileSync(join(STACKS, "dev.lock.yaml"), "utf8");
    const { registrations } = await record(() => new Mesh("mesh", { ...args, lock }));
    const types = registrations
      .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
      .map(({ type }) => type);
    const unknown = types.filter((type) => !CLOUDS[packageOf(type)]?.types[type]);
    assert.ok(types.length > 100);
    assert.deepEqual([...new Set(unknown)], []);
  });
});
