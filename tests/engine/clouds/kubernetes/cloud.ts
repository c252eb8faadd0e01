import type { Cloud } from "../cloud";
import { isObject, type Properties, text, valuesAt } from "../properties";
import type { TypeDescriptor } from "../type-descriptor";
import { serverOf } from "../unreachable";

/** A Helm release: the chart itself is never fetched. */
const RELEASE: TypeDescriptor = {
  id: ({ inputs }) => `${text(inputs, "namespace") || "default"}/${text(inputs, "name")}`,
  autoname: { property: "name", longest: 53 },
  // What the provider's own form of a release fills in (pulumi-kubernetes, `provider/pkg/provider/helm_release.go`, 4.x).
  defaults: { namespace: "default" },
  // Another namespace or name is another release (the same file, Diff).
  immutable: ["name", "namespace"],
  computed: ({ inputs }) => ({
    namespace: text(inputs, "namespace"),
    resourceNames: { "DaemonSet.apps/apps/v1": [`${text(inputs, "namespace")}/${text(inputs, "chart")}`] },
    status: {
      appVersion: text(inputs, "version"),
      chart: text(inputs, "chart"),
      name: text(inputs, "name"),
      namespace: text(inputs, "namespace"),
      revision: 1,
      status: "deployed",
      version: text(inputs, "version"),
    },
    manifest: JSON.stringify(inputs.values ?? {}),
    checksum: "",
  }),
  follows: ["status", "manifest", "resourceNames"],
};

/** Kubernetes as pulumi-kubernetes 4 shows it. Two clusters may hold objects of one id: each provider speaks to its own. */
export const KUBERNETES: Cloud = {
  package: "kubernetes",
  // Configure accepts secrets and previews (pulumi-kubernetes, `provider/pkg/provider/provider.go`).
  acceptsSecrets: true,
  notes: "nothing",
  types: {
    "kubernetes:helm.sh/v3:Release": RELEASE,
    "kubernetes:core/v1:Secret": {
      ...object("Secret"),
      // Data may change unless it is marked immutable; the type never (Kubernetes API, `Secret`, v1.34).
      immutable: ["apiVersion", "kind", "metadata.name", "metadata.namespace", "type"],
      secret: ["data", "stringData"],
    },
  },
  other: (type) => object(type.split(":").at(-1) ?? ""),
  // A dash and eight hexadecimal digits (pulumi-kubernetes, `provider/pkg/metadata/naming.go`).
  autoname: (logical, random) => `${logical}-${random.slice(0, 8)}`,
  placeOf: (provider) => serverOf(text(provider, "kubeconfig")),
  immutable: [],
  follows: [],
  refusals: {
    taken: (type, key) =>
      type.endsWith(":Release")
        ? `cannot re-use a name that is still in use: ${key}`
        : `resource ${key} was not successfully created by the Kubernetes API server : "${key}" already exists`,
    missing: (_type, path, value) => `${path}: "${value}" not found`,
    inUse: (object_, user) => `${object_.id} is in use by ${user.id}`,
    gone: (_type, id) => `"${id}" not found`,
    fault: (type, name) =>
      `resource ${name} was not successfully created by the Kubernetes API server : Internal error occurred: ${type}`,
  },
  functions: {},
};

/** Any object of the API, by its namespace and name. */
function object(kind: string): TypeDescriptor {
  return {
    id: ({ inputs }) =>
      [text(inputs, "metadata.namespace"), text(inputs, "metadata.name")].filter(Boolean).join("/"),
    autoname: { property: "metadata.name", longest: 253 },
    immutable: ["apiVersion", "kind", "metadata.name", "metadata.namespace"],
    computed: ({ inputs, digest }) => ({
      kind: text(inputs, "kind") || kind,
      metadata: { ...metadataOf(inputs), uid: digest("uid").slice(0, 32), resourceVersion: "1" },
    }),
    follows: ["metadata"],
  };
}

function metadataOf(inputs: Properties): Properties {
  const [metadata] = valuesAt(inputs, "metadata");
  return isObject(metadata) ? metadata : {};
}
