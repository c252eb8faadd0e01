import { siteSide } from "../clouds/site/side";
import { SOURCES } from "../components/plan-sources";
import { formatLock } from "../network/address/lock-text";
import { describeFault, InputError } from "../network/errors";
import { planMesh } from "../network/plan/plan";
import { shown, writeAtomically } from "./files";
import { flowNotes } from "./flow-notes";
import type { SiteFormat } from "./format/site-formats";
import { planTables } from "./network-tables";
import { siteText } from "./site-side";
import { siteTables } from "./site-tables";
import { openSource, type SourceOptions } from "./source";
import { colour } from "./terminal";

export interface PlanOptions extends SourceOptions {
  write?: boolean;
  json?: boolean;
  /** Name of a site: shows its side of the links, and nothing else. */
  site?: string;
  /** In whose words; only with `site`. */
  format?: SiteFormat;
  /** Address of one of the site's devices; required for `format` where it has two. */
  device?: string;
}

/**
 * `isthmus plan`: shows what a spec comes to; `--write` keeps the allocations in the lock; `--site` shows what a site's devices
 * must be told. Exit code 0.
 */
export function plan(options: PlanOptions): number {
  const source = openSource(options);
  if (!source.spec) {
    throw new InputError({
      path: "",
      message: `${source.title} describes no mesh: its configuration has no isthmus:mesh`,
    });
  }
  const planned = planMesh(source.spec, source.lock, SOURCES);
  const changed = planned.added.length + planned.removed.length > 0 || !source.lockExists;
  if (options.write && changed) writeAtomically(source.lockFile, formatLock(planned.lock));

  if (options.site !== undefined || options.format || options.device !== undefined) {
    process.stdout.write(siteText(planned.plan, options));
    return 0;
  }
  const { warnings } = planned;
  for (const warning of warnings) process.stderr.write(`warning: ${describeFault(warning)}\n`);
  if (options.json) {
    const told = warnings.length > 0 ? { ...planned.plan, warnings } : planned.plan;
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  process.stdout.write(`${planTables(planned.plan)}\n`);
  for (const site of Object.keys(planned.plan.sites ?? {}))
    process.stdout.write(`\n${siteTables(siteSide(planned.plan, site, SOURCES.clouds))}\n`);
  for (const note of notes(planned.plan)) process.stdout.write(`\n${note}\n`);
  process.stdout.write(`\n${lockLine(options.write === true, changed, planned, shown(source.lockFile))}\n`);
  return 0;
}

function lockLine(
  write: boolean,
  changed: boolean,
  { added, removed }: { added: string[]; removed: string[] },
  file: string,
): string {
  if (!changed) return `${file} is up to date.`;
  const what = `${added.length} allocations ${write ? "added" : "to add"}, ${removed.length} ${write ? "removed" : "to remove"}`;
  return write
    ? colour.green(`${file} written: ${what}.`)
    : colour.yellow(`${file}: ${what}; \`isthmus plan --write\` keeps them.`);
}

/** What the tables don't say and a person should know before applying. */
function notes(plan: ReturnType<typeof planMesh>["plan"]): string[] {
  const closed = Object.values(plan.members)
    .filter((member) => member.api.access.length === 0)
    .map((member) => member.name);
  return [
    ...(closed.length > 0
      ? [
          `${closed.join(", ")}: the API server has a private endpoint only, so charts can be installed only by a runner ` +
            "inside that network; name others in api.access.",
        ]
      : []),
    ...flowNotes(plan),
    `Topology ${plan.topology.kind}: ${plan.topology.method}; cost ${Math.round(plan.topology.cost)}, at least ${Math.round(plan.topology.lowerBound)}.`,
  ];
}
