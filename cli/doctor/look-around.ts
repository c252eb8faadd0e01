import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { Surroundings } from "./surroundings";

/** The machine as it is: environment, PATH and files. Nothing of it asks the network. */
export function lookAround(): Surroundings {
  const { env } = process;
  const pulumi = onPath("pulumi") ? pulumiVersion() : undefined;
  return {
    now: Date.now(),
    env,
    home: homedir(),
    node: process.versions.node,
    ...(pulumi === undefined ? {} : { pulumi }),
    hasProgram: onPath,
    file: (path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
  };
}

function onPath(name: string): boolean {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .some((folder) => endings.some((ending) => isProgram(join(folder, `${name}${ending}`))));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function pulumiVersion(): string | undefined {
  const run = spawnSync("pulumi", ["version"], {
    encoding: "utf8",
    timeout: 20_000,
    // Else it asks the network whether there is a newer one.
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  return /v?(\d+\.\d+\.\d+)/.exec(run.stdout ?? "")?.[1];
}
