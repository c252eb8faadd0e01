import { spawnSync } from "node:child_process";
import { InputError } from "../network/errors";
import { readInput, shown } from "./files";

/** A stack's state as `pulumi stack export` writes it: text, and what a message calls it. */
export interface StateText {
  title: string;
  text: string;
}

/** Why there is none, as a clause. */
export interface NoState {
  because: string;
}

/**
 * A stack's state: the file that a person gave, else what `pulumi stack export` says of the stack, where there is a `pulumi` on the
 * PATH. Secrets stay encrypted.
 *
 * @param stack undefined where the mesh is of no stack
 * @throws InputError where the file cannot be read
 */
export function stateOf(file: string | undefined, stack: string | undefined): StateText | NoState {
  if (file !== undefined) return { title: shown(file), text: readInput(file) };
  if (stack === undefined) return { because: "a spec in a file of its own is of no stack" };
  const { error, status, stdout, stderr } = spawnSync("pulumi", ["stack", "export", "--stack", stack], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error) {
    return {
      because: "code" in error && error.code === "ENOENT" ? "there is no pulumi on the PATH" : error.message,
    };
  }
  if (status === 0) return { title: `state of ${stack}`, text: stdout };
  const said = stderr.split("\n").find((line) => line.trim() !== "");
  return {
    because: `\`pulumi stack export --stack ${stack}\` failed: ${said?.trim() ?? `exit code ${status}`}`,
  };
}

/** That a command needs a state, and how to give one. */
export function stateNeeded({ because }: NoState, stack: string | undefined): InputError {
  return new InputError({
    path: "--from",
    message: `what has been applied is not known: ${because}; ${howToGive(stack)}`,
  });
}

/** How a person gives a state, as a clause. */
export function howToGive(stack: string | undefined): string {
  return `give it with --from, as \`pulumi stack export${stack === undefined ? "" : ` --stack ${stack}`} --file\` writes it`;
}
