import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import messages from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, type Properties, toStruct } from "./properties";
import { type ServedClouds, serveClouds } from "./server";

/** What a Check answered. */
export interface Checked {
  inputs: Properties;
  failures: { property: string; reason: string }[];
}

/** One provider of a program, as the engine would speak to it: a connection of its own. */
export interface ProviderClient {
  acceptsSecrets: boolean;
  check(
    type: string,
    name: string,
    inputs: Properties,
    options?: { before?: Properties; seed?: string },
  ): Promise<Checked>;
  /** Check and then create. */
  make(
    type: string,
    name: string,
    inputs: Properties,
  ): Promise<{ id: string; inputs: Properties; outputs: Properties }>;
  preview(type: string, name: string, inputs: Properties): Promise<Properties>;
  update(type: string, name: string, id: string, inputs: Properties): Promise<Properties>;
  diff(type: string, id: string, before: Properties, after: Properties): Promise<messages.DiffResponse>;
  read(
    type: string,
    name: string,
    id: string,
  ): Promise<{ id: string; inputs: Properties; outputs: Properties }>;
  remove(type: string, name: string, id: string): Promise<void>;
  invoke(token: string, args: Properties): Promise<Properties>;
  close(): void;
}

/** Clouds in a folder of their own for each test, and clients to them; all gone when the test is over. */
export function testClouds() {
  const clients: ProviderClient[] = [];
  let directory = "";
  let served: ServedClouds | undefined;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "isthmus-clouds-"));
    served = await serveClouds(directory);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
    served?.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    directory: () => directory,
    async provider(owner: string, settings: Properties = {}): Promise<ProviderClient> {
      const client = await connect(served?.port ?? 0, owner, settings);
      clients.push(client);
      return client;
    },
    /** Ends the process that serves and starts another one on the same folder. */
    async restart(): Promise<void> {
      served?.close();
      served = await serveClouds(directory);
    },
  };
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:test::clouds::${type}::${name}`;
}

/** A configured provider of a package. */
export async function connect(
  port: number,
  owner: string,
  settings: Properties = {},
): Promise<ProviderClient> {
  // Else clients of one address share a connection, and the clouds could not tell their providers apart.
  const options = { "grpc.use_local_subchannel_pool": 1 };
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  const configured = await configure(client, owner, settings);

  const provider: ProviderClient = {
    acceptsSecrets: configured.getAcceptsecrets(),
    check: async (type, name, inputs, { before = {}, seed = "seed" } = {}) => {
      const request = new messages.CheckRequest();
      request.setUrn(urnOf(type, name));
      request.setOlds(toStruct(before));
      request.setNews(toStruct(inputs));
      request.setRandomseed(Buffer.from(seed));
      const response = await answer<messages.CheckResponse>((done) => client.check(request, done));
      return {
        inputs: fromStruct(response.getInputs()),
        failures: response
          .getFailuresList()
          .map((one) => ({ property: one.getProperty(), reason: one.getReason() })),
      };
    },
    make: async (type, name, given) => {
      const { inputs } = await provider.check(type, name, given);
      const response = await create(client, type, name, inputs, false);
      return { id: response.getId(), inputs, outputs: fromStruct(response.getProperties()) };
    },
    preview: async (type, name, given) => {
      const { inputs } = await provider.check(type, name, given);
      return fromStruct((await create(client, type, name, inputs, true)).getProperties());
    },
    update: async (type, name, id, inputs) => {
      const request = new messages.UpdateRequest();
      request.setUrn(urnOf(type, name));
      request.setId(id);
      request.setNews(toStruct(inputs));
      const response = await answer<messages.UpdateResponse>((done) => client.update(request, done));
      return fromStruct(response.getProperties());
    },
    diff: async (type, id, before, after) => {
      const request = new messages.DiffRequest();
      request.setUrn(urnOf(type, "any"));
      request.setId(id);
      request.setOldInputs(toStruct(before));
      request.setOlds(toStruct(before));
      request.setNews(toStruct(after));
      return answer<messages.DiffResponse>((done) => client.diff(request, done));
    },
    read: async (type, name, id) => {
      const request = new messages.ReadRequest();
      request.setUrn(urnOf(type, name));
      request.setId(id);
      const response = await answer<messages.ReadResponse>((done) => client.read(request, done));
      return {
        id: response.getId(),
        inputs: fromStruct(response.getInputs()),
        outputs: fromStruct(response.getProperties()),
      };
    },
    remove: async (type, name, id) => {
      const request = new messages.DeleteRequest();
      request.setUrn(urnOf(type, name));
      request.setId(id);
      await answer((done) => client.delete(request, done));
    },
    invoke: async (token, args) => {
      const request = new messages.InvokeRequest();
      request.setTok(token);
      request.setArgs(toStruct(args));
      const response = await answer<messages.InvokeResponse>((done) => client.invoke(request, done));
      return fromStruct(response.getReturn());
    },
    close: () => client.close(),
  };
  return provider;
}

function configure(client: ResourceProviderClient, owner: string, settings: Properties) {
  const request = new messages.ConfigureRequest();
  request.setUrn(urnOf(`pulumi:providers:${owner}`, "default"));
  request.setArgs(toStruct(settings));
  request.setAcceptsecrets(true);
  return answer<messages.ConfigureResponse>((done) => client.configure(request, done));
}

function create(
  client: ResourceProviderClient,
  type: string,
  name: string,
  inputs: Properties,
  preview: boolean,
) {
  const request = new messages.CreateRequest();
  request.setUrn(urnOf(type, name));
  request.setProperties(toStruct(inputs));
  request.setPreview(preview);
  return answer<messages.CreateResponse>((done) => client.create(request, done));
}

function answer<T>(call: (done: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error) reject(new Error(error.details));
      else resolve(response);
    });
  });
}
