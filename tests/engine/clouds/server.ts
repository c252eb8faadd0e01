import { mkdirSync } from "node:fs";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { cloudService } from "./service";

/** Releases with all their values are larger than gRPC's own 4 MB; the engine's limit is this. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** Clouds that are being served. */
export interface ServedClouds {
  port: number;
  close(): void;
}

/** Serves the clouds of a directory on a port of this machine, 0 for any. */
export async function serveClouds(directory: string, port = 0): Promise<ServedClouds> {
  mkdirSync(directory, { recursive: true });
  const server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  server.addService(ResourceProviderService, cloudService(directory));
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve({ port: bound, close: () => server.forceShutdown() });
    });
  });
}
