import type { Surroundings } from "../../../cli/doctor/surroundings";

/** What a machine that a test makes up has. */
export interface Machine {
  env?: Record<string, string>;
  programs?: string[];
  files?: Record<string, string>;
  node?: string;
  pulumi?: string;
}

export const NOW = Date.parse("2026-06-01T12:00:00Z");

/** A machine with nothing on it but what is given; it is noon, and its home is `/home/me`. */
export function machine({
  env = {},
  programs = [],
  files = {},
  node = "22.1.0",
  pulumi,
}: Machine = {}): Surroundings {
  return {
    now: NOW,
    env,
    home: "/home/me",
    node,
    ...(pulumi === undefined ? {} : { pulumi }),
    hasProgram: (name) => programs.includes(name),
    file: (path) => files[path],
  };
}

/** A time some minutes from now, as the clouds write it. */
export function inMinutes(minutes: number): string {
  return new Date(NOW + minutes * 60_000).toISOString();
}
