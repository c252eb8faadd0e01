import type { ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { startNode } from "./children";
import { sdkScript } from "./sdk";

/** Runs a policy pack or a provider from its folder: the engine's `RunPlugin`. Ends it when the engine takes the call back. */
export function runPlugin(call: ServerWritableStream<RunPluginRequest, RunPluginResponse>): void {
  const request = call.request;
  const directory = request.getInfo()?.getProgramDirectory() ?? request.getProgram();
  const pack = request.getKind() === "analyzer";
  const ended = (code: number) => {
    const response = new RunPluginResponse();
    response.setExitcode(code);
    call.write(response);
    call.end();
  };
  const says = (stream: "stdout" | "stderr", bytes: Uint8Array) => {
    const response = new RunPluginResponse();
    if (stream === "stdout") response.setStdout(bytes);
    else response.setStderr(bytes);
    call.write(response);
  };
  let script: string;
  try {
    script = sdkScript(directory, pack ? "cmd/run-policy-pack" : "cmd/run-plugin");
  } catch (error) {
    says("stderr", Buffer.from(`${error instanceof Error ? error.message : String(error)}\n`));
    ended(1);
    return;
  }
  // As the real host: a pack runs in its own folder, which is its last argument; a provider in the engine's, its own the first.
  const args = pack
    ? [script, ...request.getArgsList(), directory]
    : [script, directory, ...request.getArgsList()];
  const child = startNode(args, {
    cwd: pack ? directory : request.getPwd() || directory,
    env: environment(request),
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.on("data", (bytes: Buffer) => says("stdout", bytes));
  child.stderr?.on("data", (bytes: Buffer) => says("stderr", bytes));
  child.once("error", (error) => {
    says("stderr", Buffer.from(`Node did not start: ${error.message}\n`));
    ended(1);
  });
  child.once("close", (code) => ended(code ?? 1));
  call.once("cancelled", () => child.kill("SIGKILL"));
}

/** The request's `NAME=value` lines in place of this process' own environment; the last of a name holds. */
function environment(request: RunPluginRequest): NodeJS.ProcessEnv {
  const lines = request.getEnvList();
  if (lines.length === 0) return process.env;
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}
