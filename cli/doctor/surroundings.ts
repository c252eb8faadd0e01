/** All that the checks may see of the machine that would run an update. Tests make their own. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now: number;
  env: Record<string, string | undefined>;
  /** Home folder. */
  home: string;
  /** `20.20.2` */
  node: string;
  /** `3.246.0`; absent where no pulumi is on the PATH or it does not tell. */
  pulumi?: string;
  /** Whether a program of this name is on the PATH. */
  hasProgram(name: string): boolean;
  /** Text of a file; `undefined` where it cannot be read. */
  file(path: string): string | undefined;
}
