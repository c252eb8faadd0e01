/** Something wrong that a person must mend. Shown as one line, never with a stack. Exit code 2. */
export class InputError extends Error {
  readonly faults: Fault[];

  constructor(faults: Fault | Fault[]) {
    const list = Array.isArray(faults) ? faults : [faults];
    super(list.map(describeFault).join("\n"));
    this.name = "InputError";
    this.faults = list;
  }
}

/** Where, what, and what would be right. */
export interface Fault {
  /** File, where there is one. */
  file?: string;
  /** From 1. */
  line?: number;
  column?: number;
  /** Key path, `members.dublin.region`; empty for the whole. */
  path: string;
  /** What is wrong and what would be right, as one sentence or two. */
  message: string;
}

/** `stacks/Pulumi.dev.yaml:12:9: members.dublin.region: …` */
export function describeFault(fault: Fault): string {
  const place = fault.file
    ? `${fault.file}${fault.line === undefined ? "" : `:${fault.line}:${fault.column ?? 1}`}: `
    : "";
  return `${place}${fault.path ? `${fault.path}: ` : ""}${fault.message}`;
}
