import type { Recording } from "../../recorder/record";
import type { Registration } from "../../recorder/registration";
import { isUnknownText, OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../recorder/wire";
import { asManifest, type Manifest } from "./manifest";

/** Kubernetes objects; releases of charts are Helm's to make. */
const OBJECT = /^kubernetes:(?!helm\.sh\/)[\w.-]+\/v\w+:\w+$/;
const RELEASE = /^kubernetes:helm\.sh\/v\w+:Release$/;

/**
 * What stands for a value that a preview can't know: a name that Kubernetes takes as a label and as base64, so that all but what is not
 * known is judged.
 */
const STAND_IN = "unknown0";

/** Manifests of the objects that a program makes, by the URN of the provider that takes them to their cluster, in order. */
export function recordedManifests({
  registrations,
}: Pick<Recording, "registrations">): Map<string, Manifest[]> {
  const clusters = new Map<string, Manifest[]>();
  const add = ({ provider = "" }: Registration, manifest: Manifest) => {
    clusters.set(provider, [...(clusters.get(provider) ?? []), manifest]);
  };
  for (const registration of registrations) {
    if (!registration.custom || registration.external) continue;
    if (OBJECT.test(registration.type)) add(registration, manifestOf(registration));
    const namespace = RELEASE.test(registration.type) ? namespaceOf(registration) : undefined;
    if (namespace) add(registration, namespace);
  }
  return clusters;
}

/** An object's properties are its manifest. Pulumi names one that has no name after the resource, with a suffix. */
function manifestOf(registration: Registration): Manifest {
  const sent = plain(registration.object.toJavaScript());
  const { metadata, ...rest } = Object(sent) as Record<string, unknown>;
  // Of a map that is not known, nothing can be said but that it is one.
  for (const map of ["data", "stringData"]) if (rest[map] === STAND_IN) rest[map] = {};
  const named = { name: `${registration.name}-${STAND_IN}`, ...Object(metadata) };
  return asManifest({ ...rest, metadata: named }, registration.urn);
}

/** The namespace that Helm makes for a release. */
function namespaceOf({ object }: Registration): Manifest | undefined {
  const { createNamespace, namespace } = Object(plain(object.toJavaScript())) as Record<string, unknown>;
  if (createNamespace !== true || typeof namespace !== "string") return undefined;
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } };
}

/** A wire value as it will be sent, secrets with what they hold. */
export function plain(value: unknown): unknown {
  if (isUnknownText(value)) return STAND_IN;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  const signature = object[SIGNATURE_KEY];
  if (signature === undefined) {
    return Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, plain(inner)]));
  }
  const holds = signature === SECRET_SIGNATURE || signature === OUTPUT_SIGNATURE;
  return holds && "value" in object ? plain(object.value) : STAND_IN;
}
