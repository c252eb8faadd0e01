import { type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import { appendRequest } from "./journal";
import { type Properties, plainProperties } from "./properties";

/** What the answer to a request is made of: where it came from, and what is written down of it. */
export interface Call<Request> {
  request: Request;
  /** Address of the engine's connection. */
  peer: string;
  /** Written to the requests of the journal. */
  record: {
    method: string;
    urn?: string;
    type?: string;
    id?: string;
    preview?: boolean;
    properties?: Properties;
  };
}

/** Answers by what `answer` returns or throws, and writes the request down. */
export function answered<Request, Response>(
  directory: string,
  answer: (call: Call<Request>) => Response | Promise<Response>,
) {
  return async (call: ServerUnaryCall<Request, Response>, done: sendUnaryData<Response>): Promise<void> => {
    const asked: Call<Request> = {
      request: call.request,
      peer: call.getPeer(),
      record: { method: methodOf(call.getPath()) },
    };
    try {
      const response = await answer(asked);
      written(directory, asked);
      done(null, response);
    } catch (error) {
      const details = error instanceof Error ? error.message : String(error);
      written(directory, asked, details);
      done({ code: status.UNKNOWN, details });
    }
  };
}

function written<Request>(directory: string, { record }: Call<Request>, error?: string): void {
  const properties = record.properties && plainProperties(record.properties);
  appendRequest(directory, { ...record, ...(properties ? { properties } : {}), ...(error ? { error } : {}) });
}

/** `Create` of `/pulumirpc.ResourceProvider/Create`. */
function methodOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
