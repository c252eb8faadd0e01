import messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { answered, type Call } from "./answer";
import { checked } from "./check";
import { type Cloud, descriptorOf, packageOf } from "./cloud";
import { CLOUDS } from "./clouds";
import { create, type Order, previewed, previewedUpdate, update } from "./create";
import { differences } from "./difference";
import { faultOf } from "./faults";
import type { Change } from "./journal";
import { hasFixedName, NameTooLong } from "./naming";
import { fromStruct, type Properties, toStruct } from "./properties";
import { remove } from "./remove";
import type { Context } from "./service-configuration";
import { suffer } from "./suffer";

/** Calls about resources. */
export function lifecycle(context: Context) {
  const { directory } = context;
  return {
    check: answered<messages.CheckRequest, messages.CheckResponse>(directory, (call) => check(context, call)),
    diff: answered<messages.DiffRequest, messages.DiffResponse>(directory, (call) => diff(context, call)),
    create: answered<messages.CreateRequest, messages.CreateResponse>(directory, (call) =>
      make(context, call),
    ),
    update: answered<messages.UpdateRequest, messages.UpdateResponse>(directory, (call) =>
      change(context, call),
    ),
    read: answered<messages.ReadRequest, messages.ReadResponse>(directory, (call) => read(context, call)),
    delete: answered<messages.DeleteRequest, Empty>(directory, ({ request, peer, record }) => {
      const { type } = subject(request.getUrn(), record);
      record.id = request.getId();
      refuseUnreachable(context, peer, type);
      remove(context.store, type, request.getId(), context.instances.settings(peer));
      return new Empty();
    }),
  };
}

/** Type and logical name out of a URN, written down. */
function subject(
  urn: string,
  record: Call<unknown>["record"],
): { cloud: Cloud; type: string; urn: string; name: string } {
  const [, , types = "", ...name] = urn.split("::");
  const type = types.split("$").at(-1) ?? "";
  record.urn = urn;
  record.type = type;
  const cloud = CLOUDS[packageOf(type)];
  if (!cloud) throw new Error(`the simulated clouds have no package for ${type}`);
  return { cloud, type, urn, name: name.join("::") };
}

function check(
  { instances }: Context,
  { request, peer, record }: Call<messages.CheckRequest>,
): messages.CheckResponse {
  const { cloud, type, urn, name } = subject(request.getUrn(), record);
  const server = instances.unreachable(peer, type);
  // Charts are looked at with the cluster's own version, other Kubernetes resources are not (pulumi-kubernetes, `provider.go`, Check).
  if (server !== undefined && type === "kubernetes:helm.sh/v3:Release") {
    throw new Error(
      `can't use Helm Release with unreachable cluster. Reason: "${unreachableReason(server)}"`,
    );
  }
  record.properties = fromStruct(request.getNews());
  const response = new messages.CheckResponse();
  const autonaming = request.getAutonaming();
  const modes = ["propose", "enforce", "disable"] as const;
  const mode = autonaming && modes[autonaming.getMode()];
  const naming = {
    logical: name,
    urn,
    seed: request.getRandomseed_asU8(),
    ...(autonaming && mode ? { autonaming: { mode, name: autonaming.getProposedName() } } : {}),
  };
  try {
    response.setInputs(
      toStruct(checked(cloud, type, naming, fromStruct(request.getOlds()), record.properties)),
    );
  } catch (error) {
    if (!(error instanceof NameTooLong)) throw error;
    const failure = new messages.CheckFailure();
    failure.setProperty(descriptorOf(cloud, type).autoname?.property ?? "");
    failure.setReason(error.message);
    response.setFailuresList([failure]);
  }
  return response;
}

function diff(
  context: Context,
  { request, peer, record }: Call<messages.DiffRequest>,
): messages.DiffResponse {
  const { cloud, type } = subject(request.getUrn(), record);
  record.id = request.getId();
  refuseUnreachable(context, peer, type);
  const before = fromStruct(request.getOldInputs() ?? request.getOlds());
  const now = fromStruct(request.getNews());
  const descriptor = descriptorOf(cloud, type);
  const immutable = [...(descriptor.immutable ?? []), ...cloud.immutable];
  const found = differences(before, now, fromStruct(request.getOlds()), immutable);
  const response = new messages.DiffResponse();
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const replaces = found.filter((difference) => difference.replaces);
  response.setChanges(found.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setHasdetaileddiff(true);
  response.setReplacesList(replaces.map(({ path }) => path));
  response.setDiffsList([...new Set(found.map(({ path }) => path.replace(/[.[].*$/, "")))]);
  response.setDeletebeforereplace(
    replaces.length > 0 &&
      keepsFixedName(descriptor.autoname?.property, before, now, hasFixedName(descriptor.autoname, now)),
  );
  for (const { path, kind, replaces: anew } of found) {
    const property = new messages.PropertyDiff();
    property.setKind(KINDS[kind][anew ? 1 : 0]);
    property.setInputdiff(true);
    response.getDetaileddiffMap().set(path, property);
  }
  return response;
}

const { Kind } = messages.PropertyDiff;
const KINDS = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

/** Two objects of one name cannot stand side by side; a name that changes too makes room. */
function keepsFixedName(
  property: string | undefined,
  before: Properties,
  now: Properties,
  fixed: boolean,
): boolean {
  return fixed && property !== undefined && before[property] === now[property];
}

async function make(
  context: Context,
  { request, peer, record }: Call<messages.CreateRequest>,
): Promise<messages.CreateResponse> {
  const named = subject(request.getUrn(), record);
  const inputs = fromStruct(request.getProperties());
  record.properties = inputs;
  record.preview = request.getPreview();
  refuseUnreachable(context, peer, named.type);
  const order: Order = { ...named, inputs, provider: context.instances.settings(peer) };
  const response = new messages.CreateResponse();
  if (request.getPreview()) {
    response.setProperties(toStruct(previewed(order)));
    return response;
  }
  const fault = faultOf(context.directory, named);
  if (fault?.when !== "after") await suffer(context.directory, fault, named);
  const made = create(context.store, order);
  record.id = made.id;
  if (fault?.when === "after") await suffer(context.directory, fault, named);
  response.setId(made.id);
  response.setProperties(toStruct(made.outputs));
  return response;
}

function change(
  context: Context,
  { request, peer, record }: Call<messages.UpdateRequest>,
): messages.UpdateResponse {
  const named = subject(request.getUrn(), record);
  const inputs = fromStruct(request.getNews());
  const id = request.getId();
  record.id = id;
  record.properties = inputs;
  record.preview = request.getPreview();
  refuseUnreachable(context, peer, named.type);
  const order: Order = { ...named, inputs, provider: context.instances.settings(peer) };
  const outputs = request.getPreview()
    ? previewedUpdate(context.store, order, id, fromStruct(request.getOlds()))
    : update(context.store, order, id);
  const response = new messages.UpdateResponse();
  response.setProperties(toStruct(outputs));
  return response;
}

/** An object that is gone has no id. */
function read(
  context: Context,
  { request, peer, record }: Call<messages.ReadRequest>,
): messages.ReadResponse {
  const { cloud, type } = subject(request.getUrn(), record);
  record.id = request.getId();
  const server = context.instances.unreachable(peer, type);
  if (server !== undefined) {
    throw new Error(
      "failed to read resource state due to unreachable cluster. If the cluster was deleted, you can remove this " +
        'resource from Pulumi state by rerunning the operation with the PULUMI_K8S_DELETE_UNREACHABLE environment variable set to "true"',
    );
  }
  const place = cloud.placeOf?.(context.instances.settings(peer));
  const live =
    context.store.find(type, request.getId(), place) ??
    (Object.keys(fromStruct(request.getProperties())).length === 0
      ? importedAs(context, cloud, type, request.getId())
      : undefined);
  const response = new messages.ReadResponse();
  if (!live) return response;
  response.setId(live.id);
  response.setInputs(toStruct(live.inputs));
  response.setProperties(toStruct(live.outputs));
  return response;
}

/** An object whose state is not known is asked for by the id for imports, which may be another (terraform-bridge, `provider.go`, Read). */
function importedAs({ store }: Context, cloud: Cloud, type: string, id: string): Change | undefined {
  const { importId } = descriptorOf(cloud, type);
  if (!importId) return undefined;
  const object = store
    .objectsByType()
    .get(type)
    ?.find(({ inputs }) => importId(inputs) === id);
  return object && store.find(type, object.id, object.place);
}

function refuseUnreachable({ instances }: Context, peer: string, type: string): void {
  const server = instances.unreachable(peer, type);
  if (server === undefined) return;
  throw new Error(`configured Kubernetes cluster is unreachable: ${unreachableReason(server)}`);
}

function unreachableReason(server: string): string {
  return (
    "unable to load schema information from the API server: " +
    `Get "${server}/openapi/v2?timeout=32s": dial tcp: i/o timeout`
  );
}
