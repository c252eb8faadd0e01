import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { onPath } from "../../go/on-path";
import { built, cachedFile, type GoTool } from "../../go/tool";

const PLUGINS = "github.com/containernetworking/plugins";

/** Flannel's own daemon, one for each node. */
export const FLANNELD: GoTool = {
  name: "flanneld",
  module: __dirname,
  main: "github.com/flannel-io/flannel",
  versionOf: "github.com/flannel-io/flannel",
  versionVariable: "github.com/flannel-io/flannel/pkg/version.Version",
};

/** What Flannel's CNI plugin leaves the work to: the bridge between a node's pods, and their addresses. */
export const BRIDGE: GoTool = {
  name: "bridge",
  module: __dirname,
  main: `${PLUGINS}/plugins/main/bridge`,
  versionOf: PLUGINS,
};
export const HOST_LOCAL: GoTool = {
  name: "host-local",
  module: __dirname,
  main: `${PLUGINS}/plugins/ipam/host-local`,
  versionOf: PLUGINS,
};

const TOOLS = [FLANNELD, BRIDGE, HOST_LOCAL];

/** Whether the programs are there, or Go to build them. */
export function flannelCanBeHad(): boolean {
  return TOOLS.every((tool) => existsSync(cachedFile(tool))) || onPath("go") !== undefined;
}

export interface FlannelPrograms {
  flanneld: string;
  bridge: string;
  /** Folders of the plugins, as `CNI_PATH` has them. */
  plugins: string;
}

/** The programs, built first where the cache lacks them. @throws Error when Go is absent, modules can't be had, or a build fails. */
export async function flannelPrograms(): Promise<FlannelPrograms> {
  const flanneld = await built(FLANNELD);
  const bridge = await built(BRIDGE);
  const hostLocal = await built(HOST_LOCAL);
  return { flanneld, bridge, plugins: [bridge, hostLocal].map((file) => dirname(file)).join(":") };
}
