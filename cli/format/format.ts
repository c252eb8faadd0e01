import type { Planned } from "../../network/plan/plan";
import type { PairReach } from "../../network/reach/verdict";
import type { Recording } from "../../recorder/record";
import type { Source } from "../source";
import type { Verdict } from "../verdict";

/** For whom a command writes: a person, a program, code scanning, the log of a GitHub Actions job, a pull request's comments. */
export const FORMATS = ["text", "json", "sarif", "github", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** What a check came to, and what it was about. */
export interface Report {
  verdict: Verdict;
  recording: Recording;
  /** Absent where the network was read from a file. */
  source?: Source;
  /** Absent where no mesh is described. */
  planned?: Planned;
  /** File that describes the mesh, where one is known. */
  specFile?: string;
  /** Absent where nobody asked. */
  reach?: PairReach[];
}

/** `--json` is short for `--format json`. */
export function formatOf(options: { format?: Format; json?: boolean }): Format {
  return options.format ?? (options.json ? "json" : "text");
}

/** The verdict in one line: `2 mandatory violations (1 advisory, 203 resources)`. */
export function summaryOf({ resources, violations, unknowns }: Verdict): { mandatory: string; rest: string } {
  const advisory = violations.filter((violation) => violation.level === "advisory").length;
  const mandatory = violations.length - advisory;
  const rest = [
    ...(advisory > 0 ? [`${advisory} advisory`] : []),
    `${resources} resources`,
    ...(unknowns.length > 0 ? [`${unknowns.length} needed values unknown`] : []),
  ].join(", ");
  return {
    mandatory: `${mandatory} mandatory violation${mandatory === 1 ? "" : "s"}`,
    rest: `(${rest})`,
  };
}
