import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import { type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { startNode } from "./children";
import { sdkScript } from "./sdk";

/** Exit code by which the SDK says that the user has been told what is wrong (`@pulumi/pulumi/cmd/run/index.js`). */
const USER_WAS_TOLD = 32;

/** Runs a program to its end: the engine's `Run`. */
export function runProgram(engine: string) {
  return (call: ServerUnaryCall<RunRequest, RunResponse>, answer: sendUnaryData<RunResponse>): void => {
    const request = call.request;
    const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const response = new RunResponse();
    const failed = (message: string) => {
      response.setError(message);
      answer(null, response);
    };
    let args: string[];
    try {
      args = [sdkScript(directory, "cmd/run"), ...programArguments(request, engine)];
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
      return;
    }
    const child = startNode(args, {
      cwd: directory,
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(request),
    });
    // The engine shows what this process prints; its own first line was the port.
    child.stdout?.pipe(process.stdout, { end: false });
    child.stderr?.pipe(process.stderr, { end: false });
    child.once("error", (error) => failed(`Node did not start: ${error.message}`));
    child.once("close", (code, signal) => {
      if (code === USER_WAS_TOLD) response.setBail(true);
      else if (code !== 0) response.setError(`the program ended with ${signal ?? `exit code ${code}`}`);
      answer(null, response);
    });
  };
}

/** The arguments of `cmd/run` for a request. */
export function programArguments(request: RunRequest, engine: string): string[] {
  const info = request.getInfo();
  const values: [string, string | undefined][] = [
    ["monitor", request.getMonitorAddress()],
    ["engine", engine],
    ["organization", request.getOrganization()],
    ["project", request.getProject()],
    ["stack", request.getStack()],
    ["root-directory", info?.getRootDirectory()],
    ["pwd", request.getPwd()],
    ["parallel", String(request.getParallel())],
  ];
  return [
    ...values.flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info?.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
}

function environment(request: RunRequest): NodeJS.ProcessEnv {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  const options = request.getInfo()?.getOptions()?.toJavaScript();
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    // As the real host: on unless `runtime.options.typescript` says otherwise.
    PULUMI_NODEJS_TYPESCRIPT: String(options?.typescript !== false),
  };
}
