import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The packages that the simulated clouds serve. */
const PACKAGES = ["aws", "azure-native", "gcp", "kubernetes", "random", "tls"];

/** The simulated clouds as a process of their own. */
export interface RunningClouds {
  /** Value of `PULUMI_DEBUG_PROVIDERS`, by which the engine attaches to them instead of starting providers. */
  readonly attach: string;
  stop(): Promise<void>;
}

/**
 * Starts the clouds on the folder that holds their objects.
 *
 * @throws Error with what they said when they end before they listen.
 */
export async function startClouds(directory: string): Promise<RunningClouds> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(__dirname, "clouds/main.ts"), "--directory", directory],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const closed = once(child, "close");
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const port = await Promise.race([
    once(createInterface(child.stdout), "line").then(([line]) => String(line)),
    closed.then(() => {
      throw new Error(`the simulated clouds ended before they listened: ${said}`);
    }),
  ]);
  return {
    attach: PACKAGES.map((name) => `${name}:${port}`).join(),
    stop: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
