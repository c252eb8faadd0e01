import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import { type ILanguageRuntimeServer, LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  GetProgramDependenciesResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { endChildren } from "./children";
import { runPlugin } from "./run-plugin";
import { runProgram } from "./run-program";

/**
 * Pulumi's language host for Node.js, as much of it as running programs, policy packs and plugins needs. The engine starts it with
 * its own address as last argument and reads its port from the first line. The real one comes with a Pulumi installation, but
 * not as a Go module.
 */
function serve(engine: string): void {
  const server = new Server();
  server.addService(LanguageRuntimeService, {
    handshake: always(LanguageHandshakeResponse),
    about: always(AboutResponse),
    getPluginInfo: always(PluginInfo),
    // Nothing to install: the tests' clouds are attached to, and a program's packages are in node_modules.
    getRequiredPackages: always(GetRequiredPackagesResponse),
    getRequiredPlugins: always(GetRequiredPluginsResponse),
    getProgramDependencies: always(GetProgramDependenciesResponse),
    // Likewise: a real host would run `npm install` in the folder of a plugin.
    installDependencies: (call) => call.end(),
    cancel: (_call, answer) => {
      endChildren();
      answer(null, new Empty());
    },
    run: runProgram(engine),
    runPlugin,
  } satisfies Partial<ILanguageRuntimeServer>);
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
}

function always<Request, Response>(Answer: new () => Response): handleUnaryCall<Request, Response> {
  return (_call, answer) => answer(null, new Answer());
}

function end(): void {
  endChildren();
  process.exit(0);
}

process.once("SIGINT", end);
process.once("SIGTERM", end);
// The engine holds the other end of the input for as long as it lives: a killed engine leaves nothing running.
process.stdin.once("end", end).once("error", end).resume();

serve(process.argv[process.argv.length - 1] ?? "");
