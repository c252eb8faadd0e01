import { join } from "node:path";
import { type Pack, startPack } from "../analyzer/pack";
import { SOURCES } from "../components/plan-sources";
import { formatLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import { type Planned, planMesh } from "../network/plan/plan";
import { dumpText } from "../recorder/dump";
import type { Recording } from "../recorder/record";
import { readInput, shown, writeAtomically } from "./files";
import { linksTable, membersTable } from "./network-tables";
import { packageRoot } from "./package-root";
import { runProgram } from "./run-program";
import { openSource, type Source, type SourceOptions } from "./source";
import { colour, progress } from "./terminal";
import { type Verdict, verdictOf } from "./verdict";

export interface CheckOptions extends SourceOptions {
  json?: boolean;
  dump?: string;
  policyConfig?: string;
}

/**
 * `isthmus check`: runs the Pulumi program against a recorder and the real policy pack on what it registered. Needs no
 * account, credential, Pulumi or network. Exit code 1 where a mandatory rule is broken, else 0.
 */
export async function check(options: CheckOptions): Promise<number> {
  const shownProgress = progress(options.json === true);
  const config = options.policyConfig === undefined ? {} : packConfig(options.policyConfig);
  // The pack takes its time to start, so it does so while the program runs.
  const starting = startPack(join(packageRoot(), "policies"));
  // A fault of the input is told first; the pack's own fault is told where it is awaited.
  starting.catch(() => {});
  try {
    const source = openSource(options);
    const planned = source.spec ? planMesh(source.spec, source.lock, SOURCES) : undefined;
    shownProgress.step(`running the program of ${source.title}`);
    const recording = await runProgram(withLock(source, planned));
    refuseBrokenProgram(recording);
    shownProgress.step(`judging ${recording.resources.length} resources`);
    const verdict = await judge(await starting, config, recording);
    shownProgress.end();

    if (options.dump !== undefined) writeAtomically(options.dump, dumpText(recording.registrations));
    process.stdout.write(
      options.json ? `${JSON.stringify(verdict, null, 2)}\n` : text(verdict, source, planned),
    );
    return verdict.ok ? 0 : 1;
  } finally {
    shownProgress.end();
    await starting.then((pack) => pack.stop()).catch(() => {});
  }
}

async function judge(pack: Pack, config: Record<string, unknown>, recording: Recording): Promise<Verdict> {
  await pack.configure(config);
  const single = await pack.analyze(recording.registrations);
  const whole = await pack.analyzeStack(recording.registrations);
  return verdictOf(recording, [...single, ...whole]);
}

/** Where the lock lacks entries the program gets one that has them: allocated here, in memory, and said so. */
function withLock({ program }: Source, planned: Planned | undefined): Source["program"] {
  if (!planned) return program;
  return { ...program, config: { ...program.config, "isthmus:lock": formatLock(planned.lock) } };
}

/** A program that threw has not registered all that it meant to, so there is nothing to judge. */
function refuseBrokenProgram({ failures }: Recording): void {
  if (failures.length === 0) return;
  throw new InputError(
    failures.map((failure) => ({
      path: "program",
      message: failure instanceof Error ? (failure.message.split("\n")[0] ?? "") : String(failure),
    })),
  );
}

function packConfig(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readInput(file));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (error instanceof InputError) throw error;
  }
  throw new InputError({
    file: shown(file),
    path: "",
    message: "must be a JSON object: by policy, a level or options",
  });
}

function text(verdict: Verdict, source: Source, planned: Planned | undefined): string {
  const parts = planned ? [membersTable(planned.plan), linksTable(planned.plan)] : [];
  const lock = planned && lockNote(source, planned);
  if (lock) parts.push(lock);
  parts.push(...verdict.violations.map(violationText), summary(verdict));
  return `${parts.join("\n\n")}\n`;
}

function lockNote(source: Source, { added }: Planned): string | undefined {
  if (added.length === 0) return undefined;
  const why = source.lockExists ? `lacks ${added.length} allocations` : "does not exist";
  return colour.yellow(
    `${shown(source.lockFile)} ${why}: they were made in memory for this check; \`isthmus plan --write\` keeps them.`,
  );
}

function violationText({ rule, level, message, urn }: Verdict["violations"][number]): string {
  const paint = level === "advisory" ? colour.yellow : colour.red;
  return `${paint(`${level} ${rule}`)}${urn ? `\n  ${colour.dim(urn)}` : ""}\n  ${message.replaceAll("\n", "\n  ")}`;
}

function summary({ resources, violations, unknowns }: Verdict): string {
  const advisory = violations.filter((violation) => violation.level === "advisory").length;
  const mandatory = violations.length - advisory;
  const count = `${mandatory} mandatory violation${mandatory === 1 ? "" : "s"}`;
  const rest = [
    ...(advisory > 0 ? [`${advisory} advisory`] : []),
    `${resources} resources`,
    ...(unknowns.length > 0 ? [`${unknowns.length} needed values unknown`] : []),
  ].join(", ");
  return `${mandatory > 0 ? colour.red(count) : colour.green(count)} (${rest})`;
}
