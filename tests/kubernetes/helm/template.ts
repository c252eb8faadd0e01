import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseAllDocuments } from "yaml";
import { built, type GoTool } from "../../go/tool";
import { asManifest, type Manifest } from "../manifest";
import { charts } from "./charts";

const execute = promisify(execFile);

/** Helm, as it is released. */
export const HELM: GoTool = {
  name: "helm",
  module: __dirname,
  main: "helm.sh/helm/v3/cmd/helm",
  versionOf: "helm.sh/helm/v3",
  versionVariable: "helm.sh/helm/v3/internal/version.version",
};

/** What Helm would install. */
export interface Release {
  name: string;
  chart: string;
  namespace: string;
  values: Record<string, unknown>;
}

/**
 * The chart's objects with these values: Helm itself checks them against the chart's schema and runs the chart's own refusals.
 *
 * @throws Error with Helm's own words where it refuses them
 */
export async function rendered({ name, chart, namespace, values }: Release): Promise<Manifest[]> {
  const folder = (await charts()).get(chart);
  if (folder === undefined) throw new Error(`${chart} is no chart that is at hand`);
  const home = mkdtempSync(join(tmpdir(), "isthmus-helm-"));
  try {
    const file = join(home, "values.json");
    writeFileSync(file, JSON.stringify(values));
    const { stdout } = await execute(
      await built(HELM),
      ["template", name, folder, "--namespace", namespace, "--values", file, "--kube-version", "1.34.1"],
      { env: { HOME: home, PATH: process.env.PATH }, maxBuffer: 1 << 26 },
    );
    return parseAllDocuments(stdout).flatMap((document) => {
      const value: unknown = document.toJS();
      return value === null || value === undefined ? [] : [asManifest(value, `${chart}'s output`)];
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
