import { type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import plugins from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { openInstances } from "./instances";
import { configuration } from "./service-configuration";
import { lifecycle } from "./service-lifecycle";
import { openStore } from "./store";

/** All calls of the engine, over the clouds of one directory. */
export function cloudService(directory: string): IResourceProviderServer {
  const context = { directory, store: openStore(directory), instances: openInstances(directory) };
  return {
    ...configuration(context),
    ...lifecycle(context),
    handshake: notThere("Handshake"),
    parameterize: notThere("Parameterize"),
    construct: notThere("Construct"),
    call: notThere("Call"),
    getMapping: notThere("GetMapping"),
    getMappings: notThere("GetMappings"),
    list: (call) => {
      call.emit("error", { code: status.UNIMPLEMENTED, details: "List is not implemented" });
    },
    attach: (_call, done) => done(null, new Empty()),
    // What was begun goes on, as in a real cloud.
    cancel: (_call, done) => done(null, new Empty()),
    getPluginInfo: (_call, done) => {
      const info = new plugins.PluginInfo();
      // Newer than any that a program asks for.
      info.setVersion("999.0.0");
      done(null, info);
    },
    getSchema: (_call, done) => {
      const response = new messages.GetSchemaResponse();
      response.setSchema("{}");
      done(null, response);
    },
  };
}

/** A call that the engine can do without, and does when told so. */
function notThere<Request, Response>(what: string) {
  return (_call: ServerUnaryCall<Request, Response>, done: sendUnaryData<Response>): void => {
    done({ code: status.UNIMPLEMENTED, details: `${what} is not implemented` });
  };
}
