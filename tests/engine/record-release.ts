import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { SECRET_SIGNATURE } from "../../recorder/wire";
import { startEngine } from "./engine";
import { UP } from "./fault-matrix";
import { REPOSITORY } from "./project";

/**
 * `npm run release:record`: keeps what this release made of dev, its description, lock and state, in `releases/<version>`. Every
 * later release must take that state over without a replacement (`cases/upgrade.test.ts`).
 */
async function main(): Promise<void> {
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")));
  const folder = join(__dirname, "releases", manifest.version);
  mkdirSync(folder, { recursive: true });
  const engine = await startEngine();
  try {
    const { code, stdout, stderr } = await engine.run(UP);
    if (code !== 0) throw new Error(stdout + stderr);
    const state = await engine.json(["stack", "export"]);
    writeFileSync(join(folder, "state.json"), `${JSON.stringify(state)}\n`);
    // A preview asks the clouds for some of what is there. Objects with secrets in them stay out, simulated though these are.
    const objects = readFileSync(join(engine.clouds, "objects.jsonl"), "utf8").split("\n");
    const open = objects.filter((line) => line !== "" && !line.includes(SECRET_SIGNATURE));
    writeFileSync(join(folder, "objects.jsonl"), `${open.join("\n")}\n`);
    for (const file of ["Pulumi.dev.yaml", "dev.lock.yaml"])
      copyFileSync(join(REPOSITORY, "stacks", file), join(folder, file));
  } finally {
    await engine.stop();
  }
}

void main();
