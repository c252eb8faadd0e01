import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { moduleFolder, type PinnedModule } from "../../go/module";
import { cacheFolder } from "../../go/tool";

/** Where a chart comes from: the project's Go module, which carries it as the project releases it. */
export interface ChartSource extends PinnedModule {
  /** The chart's own name. */
  chart: string;
  /** Its folder in the module. */
  folder: string;
  /** The version that our releases name: what the module's chart is. */
  release: string;
}

/**
 * The charts of ours that a Go module carries. Those of Submariner and of Prometheus' community are in repositories of charts alone, and
 * Calico's module has no version that a tag names (read on 2026-11-24).
 */
export const CHART_SOURCES: readonly ChartSource[] = [
  {
    chart: "cilium",
    module: "github.com/cilium/cilium",
    version: "v1.19.6",
    sum: "h1:2G0yzfral3u6v56dY3tx2pT4U1sbMXDSKTBlGBYgRGo=",
    folder: "install/kubernetes/cilium",
    release: "1.19.6",
  },
];

/** Whether all charts can be had without Go. */
export function chartsCached(): boolean {
  return existsSync(cachedCharts());
}

/** The folder of each chart by its name, from the cache or once from its module. Throws as {@link moduleFolder}. */
export async function charts(): Promise<Map<string, string>> {
  const folder = cachedCharts();
  if (!existsSync(folder)) await collect(folder);
  return new Map(CHART_SOURCES.map(({ chart }) => [chart, join(folder, chart)]));
}

/** The folder changes with any line of the table. */
function cachedCharts(): string {
  const hash = createHash("sha256").update(JSON.stringify(CHART_SOURCES)).digest("hex");
  return join(cacheFolder(), `charts-${hash.slice(0, 12)}`);
}

async function collect(folder: string): Promise<void> {
  mkdirSync(join(folder, ".."), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    for (const source of CHART_SOURCES) {
      const module = await moduleFolder(source, unfinished);
      cpSync(join(module, source.folder), join(unfinished, source.chart), { recursive: true });
    }
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(folder)) throw error;
  }
}
