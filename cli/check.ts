import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Pack, startPack } from "../analyzer/pack";
import { SOURCES } from "../components/plan-sources";
import { inventory } from "../inventory";
import { reachOf } from "../inventory/reach";
import { formatLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import { type Planned, planMesh } from "../network/plan/plan";
import { dumpText } from "../recorder/dump";
import type { Recording } from "../recorder/record";
import { readSaved } from "../recorder/saved/read";
import { readInput, shown, writeAtomically } from "./files";
import { type Format, formatOf, type Report } from "./format/format";
import { githubFaults, githubReport } from "./format/github";
import { markdownReport } from "./format/markdown";
import { sarifReport } from "./format/sarif";
import { textReport } from "./format/text";
import { invokeAnswers } from "./invoke-answers";
import { toldByMarks } from "./marked-secrets";
import { packConfig } from "./pack-config";
import { packageRoot } from "./package-root";
import { runProgram } from "./run-program";
import { openSource, type Source, type SourceOptions, specFileOf } from "./source";
import { type Progress, progress } from "./terminal";
import { unseenByRecorder } from "./unseen";
import { seenHere, type Verdict, verdictOf } from "./verdict";

export interface CheckOptions extends SourceOptions {
  /** What Pulumi, or a check before, wrote of a stack, instead of running a program. */
  from?: string;
  format?: Format;
  json?: boolean;
  dump?: string;
  policyConfig?: string;
  /** File with answers to what the program asks its providers. */
  invokes?: string;
  /** Show who reaches whom, and what is left after each single failure. */
  reach?: boolean;
}

/**
 * `isthmus check`: runs the Pulumi program against a recorder, or reads what Pulumi wrote of a stack, and runs the real policy pack
 * on it. Needs no account, credential, Pulumi or network. Exit code 1 where a mandatory rule is broken, else 0.
 */
export async function check(options: CheckOptions): Promise<number> {
  const format = formatOf(options);
  try {
    return await checked(options, format);
  } catch (error) {
    if (format !== "github" || !(error instanceof InputError)) throw error;
    process.stdout.write(githubFaults(error.faults));
    return 2;
  }
}

async function checked(options: CheckOptions, format: Format): Promise<number> {
  const shownProgress = progress(format !== "text" && format !== "github");
  const config = options.policyConfig === undefined ? {} : packConfig(options.policyConfig);
  // The pack takes its time to start, so it does so while the program runs.
  const starting = startPack(join(packageRoot(), "policies"));
  // A fault of the input is told first; the pack's own fault is told where it is awaited.
  starting.catch(() => {});
  try {
    const subject = await (options.from === undefined
      ? recorded(options, shownProgress)
      : read(options, options.from));
    refuseBrokenProgram(subject.recording);
    shownProgress.step(`judging ${subject.recording.resources.length} resources`);
    const verdict = await judge(await starting, config, subject.recording, options.from !== undefined);
    shownProgress.end();

    if (options.dump !== undefined) {
      writeAtomically(options.dump, dumpText(subject.recording.registrations));
    }
    const reach = options.reach ? reachOf(inventory(inOrder(subject.recording).resources), "all") : undefined;
    process.stdout.write(written({ ...subject, verdict, ...(reach ? { reach } : {}) }, format));
    return verdict.ok ? 0 : 1;
  } finally {
    shownProgress.end();
    await starting.then((pack) => pack.stop()).catch(() => {});
  }
}

type Subject = Omit<Report, "verdict">;

async function recorded(options: CheckOptions, shownProgress: Progress): Promise<Subject> {
  const source = openSource(options);
  const planned = source.spec ? planMesh(source.spec, source.lock, SOURCES) : undefined;
  shownProgress.step(`running the program of ${source.title}`);
  const recording = await runProgram(
    withLock(source, planned),
    invokeAnswers(options.invokes, source.program.config),
  );
  const { specFile } = source;
  return {
    recording,
    source,
    ...(planned ? { planned } : {}),
    ...(specFile === undefined ? {} : { specFile }),
  };
}

function read(options: CheckOptions, from: string): Subject {
  const other = (["stack", "spec", "program", "lock"] as const).find((name) => options[name] !== undefined);
  if (other) {
    throw new InputError({
      path: "",
      message: `--from names a network that is made already, and --${other} one to make; give one of them`,
    });
  }
  const { recording } = readSaved({ file: shown(from), text: readInput(from) });
  const specFile = specFileOf(recording.registrations[0]?.urn ?? "");
  return { recording, ...(specFile === undefined ? {} : { specFile }) };
}

/** Milliseconds that the first questions take to be sent. */
const ASKED_WITHIN = 5;

async function judge(
  pack: Pack,
  config: Record<string, unknown>,
  made: Recording,
  fromFile: boolean,
): Promise<Verdict> {
  const recording = inOrder(made);
  await pack.configure(config);
  // Both at once: while the pack judges the whole, the single ones are readied here.
  const answers = Promise.all([
    pack.analyzeStack(recording.registrations),
    pack.analyze(recording.registrations),
  ]);
  // Told where it is awaited.
  answers.catch(() => {});
  // What this process finds by itself costs nothing while the pack's is at work, once that has been asked.
  await setTimeout(ASKED_WITHIN);
  const network = inventory(recording.resources);
  const told = [...unseenByRecorder(recording, config), ...toldByMarks(network, config, fromFile)];
  const seen = seenHere(network);
  const [whole, single] = await answers;
  return verdictOf(recording, [...single, ...whole, ...told], seen);
}

/** Sorted by URN: an engine writes resources in the order in which clouds answered, and a message may name the first one first. */
function inOrder(recording: Recording): Recording {
  const byUrn = <T extends { urn: string }>(list: T[]): T[] =>
    [...list].sort((one, other) => (one.urn < other.urn ? -1 : 1));
  return {
    ...recording,
    registrations: byUrn(recording.registrations),
    resources: byUrn(recording.resources),
  };
}

function written(report: Report, format: Format): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(jsonReport(report), null, 2)}\n`;
    case "sarif":
      return sarifReport(report);
    case "github":
      return githubReport(report);
    case "markdown":
      return markdownReport(report);
    case "text":
      return textReport(report);
  }
}

/** The verdict, and with it who reaches whom where that was asked for. */
function jsonReport({ verdict, reach }: Report) {
  if (!reach) return verdict;
  return {
    ...verdict,
    reach: reach.map(({ from, to, layer, ok, path, links, rtt, breaks, afterFailures }) => ({
      from,
      to,
      layer,
      ok,
      path,
      links,
      ...(rtt === undefined ? {} : { rtt }),
      ...(breaks.length > 0 ? { breaks } : {}),
      afterFailures,
    })),
  };
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
