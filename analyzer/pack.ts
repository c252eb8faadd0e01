import type { ServiceError } from "@grpc/grpc-js";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeResponse, AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Registration } from "../recorder/registration";
import type { PackConfig, PolicyInfo } from "./config";
import { settings } from "./config";
import type { Diagnostic } from "./messages";
import {
  analyzeRequest,
  analyzeStackRequest,
  byUrn,
  configureRequest,
  diagnosticsOf,
  policiesOf,
} from "./messages";
import { fault, spawnPack } from "./process";

/** A policy pack at work, spoken to as Pulumi's engine speaks to it. */
export interface Pack {
  name: string;
  info(): Promise<PackInfo>;
  /** Sets levels and options, as Pulumi's `--policy-pack-config` would. Throws InputError on what the pack does not know. */
  configure(config: PackConfig): Promise<void>;
  /** Each resource alone, by its inputs: what runs before each step of a preview or an update. */
  analyze(resources: Registration[]): Promise<Diagnostic[]>;
  /** All resources together, by their outputs: what runs after a preview or an update. */
  analyzeStack(resources: Registration[]): Promise<Diagnostic[]>;
  stop(): Promise<void>;
}

export interface PackInfo {
  name: string;
  version: string;
  policies: PolicyInfo[];
}

/** As the SDK's own server: 400 MiB. */
const MESSAGE_LIMIT = 400 * 1024 * 1024;

/** Resources under analysis at one time. */
const WINDOW = 64;

/**
 * Starts a Node.js policy pack (a directory with PulumiPolicy.yaml) with Pulumi's own runner, without the CLI. It needs
 * nothing of the program, so both can start at once. Throws InputError where the pack cannot start.
 */
export async function startPack(directory: string): Promise<Pack> {
  const server = await spawnPack(directory);
  const client = new AnalyzerClient(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": MESSAGE_LIMIT,
    "grpc.max_send_message_length": MESSAGE_LIMIT,
  });
  const call = <Response>(send: (done: Done<Response>) => unknown): Promise<Response> =>
    new Promise((resolve, reject) => {
      send((error, response) => (error ? reject(fault(directory, error.details)) : resolve(response)));
    });

  const info = async (): Promise<PackInfo> => {
    const answer = await call<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done));
    return { name: answer.getName(), version: answer.getVersion(), policies: policiesOf(answer) };
  };

  try {
    return {
      name: (await info()).name,
      info,

      async configure(config) {
        const request = configureRequest(settings((await info()).policies, config));
        await call((done) => client.configure(request, done));
      },

      async analyze(resources) {
        const all = byUrn(resources);
        // As the engine asks: of what a program makes, never of what it only reads.
        const made = resources.filter(({ external }) => external !== true);
        const answers = made.map((): Diagnostic[] => []);
        let next = 0;
        const asker = async (): Promise<void> => {
          for (let at = next++; at < made.length; at = next++) {
            const resource = made[at] as Registration;
            const request = analyzeRequest(resource, all);
            const answer = await call<AnalyzeResponse>((done) => client.analyze(request, done));
            answers[at] = diagnosticsOf(answer).map((diagnostic) => ({ urn: resource.urn, ...diagnostic }));
          }
        };
        await Promise.all(Array.from({ length: WINDOW }, asker));
        return answers.flat();
      },

      async analyzeStack(resources) {
        const request = analyzeStackRequest(resources);
        return diagnosticsOf(await call<AnalyzeResponse>((done) => client.analyzeStack(request, done)));
      },

      async stop() {
        client.close();
        await server.stop();
      },
    };
  } catch (error) {
    client.close();
    await server.stop();
    throw error;
  }
}

type Done<Response> = (error: ServiceError | null, response: Response) => void;
