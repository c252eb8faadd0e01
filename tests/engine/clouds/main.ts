import { parseArgs } from "node:util";
import { serveClouds } from "./server";

/**
 * `node --import tsx main.ts --directory DIR [--port 0]`, and by the engine, which gives its own address and nothing else:
 * then ISTHMUS_CLOUDS names the directory. The first line printed is the port.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { directory: { type: "string" }, port: { type: "string", default: "0" } },
    allowPositionals: true,
    strict: false,
  });
  const directory = typeof values.directory === "string" ? values.directory : process.env.ISTHMUS_CLOUDS;
  if (directory === undefined || directory === "") {
    throw new Error("The simulated clouds need a directory: --directory DIR, or ISTHMUS_CLOUDS.");
  }
  const { port } = await serveClouds(directory, Number(values.port));
  process.stdout.write(`${port}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
