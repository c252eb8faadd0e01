import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const servers = z.array(z.string());
const kubeconfig = z.object({
  clusters: z.array(z.object({ cluster: z.object({ server: z.string() }) })),
});

/** From now on the API servers whose URL or host is named here answer nobody; all others do. */
export function writeUnreachable(directory: string, names: string[]): void {
  writeFileSync(file(directory), JSON.stringify(names));
}

/** The server of a kubeconfig that cannot be reached, if it is one of those. */
export function unreachableServer(directory: string, text: string): string | undefined {
  if (!existsSync(file(directory))) return undefined;
  const server = serverOf(text);
  const named = servers.parse(JSON.parse(readFileSync(file(directory), "utf8")));
  return server !== undefined && named.some((name) => name === server || name === hostOf(server))
    ? server
    : undefined;
}

/** URL of the API server that a kubeconfig, in YAML or JSON, leads to. */
export function serverOf(text: string): string | undefined {
  const parsed = kubeconfig.safeParse(parse(text));
  return parsed.success ? parsed.data.clusters[0]?.cluster.server : undefined;
}

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
}

function file(directory: string): string {
  return join(directory, "unreachable.json");
}
