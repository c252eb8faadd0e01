import { SOURCES } from "../components/plan-sources";
import { InputError } from "../network/errors";
import { planMesh } from "../network/plan/plan";
import type { Plan } from "../network/plan/shape";
import type { PlanSources } from "../network/plan/sources";
import { readSaved } from "../recorder/saved/read";
import { clusterApis, endpointsIn, type Reached } from "./doctor/cluster-api";
import { credentialBinaries } from "./doctor/credential-binaries";
import type { Finding } from "./doctor/finding";
import { lookAround } from "./doctor/look-around";
import { quotas } from "./doctor/quotas";
import { reach } from "./doctor/reach";
import { sessions } from "./doctor/sessions";
import type { Surroundings } from "./doctor/surroundings";
import { toolchain } from "./doctor/toolchain";
import { readInput, shown } from "./files";
import { openSource, type SourceOptions } from "./source";
import { colour } from "./terminal";

export interface DoctorOptions extends SourceOptions {
  json?: boolean;
  /** A state: where the clusters' API servers are. */
  from?: string;
  /** Connect to them. Nothing else asks the network. */
  reach?: boolean;
}

/**
 * `isthmus doctor`: what an update needs and whether it is here, a line each. Exit code 1 where something is missing without
 * which the update fails, else 0.
 */
export async function doctor(options: DoctorOptions): Promise<number> {
  const plan = planOf(options);
  const reached = await reachedOf(options);
  const found = findings(plan, lookAround(), reached);
  process.stdout.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : textOf(found));
  return found.some(({ status, mandatory }) => mandatory && status === "missing") ? 1 : 0;
}

/** All checks, in the order in which a person would mend what they find. */
export function findings(plan: Plan, surroundings: Surroundings, reached?: Reached): Finding[] {
  const members = Object.values(plan.members);
  return [
    ...toolchain(surroundings),
    ...credentialBinaries(members, surroundings),
    ...sessions(members, surroundings),
    ...quotas(plan, SOURCES.clouds),
    ...clusterApis(members, reached),
  ];
}

function planOf(options: DoctorOptions): Plan {
  const source = openSource(options);
  if (!source.spec) {
    throw new InputError({
      path: "",
      message: `${source.title} describes no mesh: its configuration has no isthmus:mesh`,
    });
  }
  return planMesh(source.spec, source.lock, withoutQuotas(SOURCES)).plan;
}

/** A plan refuses what exceeds a quota; here each is told beside the others. */
function withoutQuotas(sources: PlanSources): PlanSources {
  const { aws, gcp, azure } = sources.clouds;
  const [a, g, z] = [aws, gcp, azure].map((facts) => ({
    ...facts,
    gateway: { ...facts.gateway, quotas: [] },
  }));
  return { ...sources, clouds: { aws: a ?? aws, gcp: g ?? gcp, azure: z ?? azure } };
}

async function reachedOf({ reach: asked, from }: DoctorOptions): Promise<Reached | undefined> {
  if (!asked) return undefined;
  if (from === undefined) {
    throw new InputError({
      path: "--reach",
      message:
        "needs the clusters' addresses; give the stack's state with --from FILE (`pulumi stack export`)",
    });
  }
  const { recording } = readSaved({ file: shown(from), text: readInput(from) });
  return await reach(endpointsIn(recording.resources));
}

const PAINT = { ok: colour.green, missing: colour.red, unknown: colour.yellow };

function textOf(found: Finding[]): string {
  const lines = found.map(({ check, subject, status, mandatory, detail, todo }) => {
    const name = subject === check ? check : `${check} ${subject}`;
    const rest = todo === undefined ? "" : `\n         ${colour.dim(todo)}`;
    const note = status === "missing" && !mandatory ? " (an update can do without)" : "";
    return `${PAINT[status](status.padEnd(7))}  ${name}: ${detail}${note}${rest}`;
  });
  const count = (status: Finding["status"]) => found.filter((finding) => finding.status === status).length;
  const summary = `${count("ok")} ok, ${count("missing")} missing, ${count("unknown")} unknown`;
  return `${[...lines, "", summary].join("\n")}\n`;
}
