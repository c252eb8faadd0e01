/** One thing that an update needs, and whether it is here. */
export interface Finding {
  /** `pulumi`, `credential-binary`, `session`, `quota`, `cluster-api`… */
  check: string;
  /** What it is about: a program, a member, a cloud. */
  subject: string;
  /** `unknown`: it cannot be told from here; `todo` is how to tell. */
  status: "ok" | "missing" | "unknown";
  /** Whether an update fails without it. */
  mandatory: boolean;
  /** What was found, as half a sentence. */
  detail: string;
  /** What to do where it is not ok. */
  todo?: string;
}

/** What a finding says, without what it is about. */
type Outcome = Pick<Finding, "status" | "detail" | "todo">;

export function ok(detail: string): Outcome {
  return { status: "ok", detail };
}

export function missing(detail: string, todo: string): Outcome {
  return { status: "missing", detail, todo };
}

export function unknown(detail: string, todo: string): Outcome {
  return { status: "unknown", detail, todo };
}
