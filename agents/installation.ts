/**
 * Everything that is put into a cluster for its agent, in this order: namespaces, Secrets, releases one after the other, manifests.
 * Plain, known at preview; where a secret belongs, it says which.
 */
export interface Installation {
  namespaces?: NamespacePart[];
  secrets?: SecretPart[];
  releases: ReleasePart[];
  /** Kubernetes resources that the agent needs beside its releases, or in place of any. */
  manifests?: Manifest[];
}

export interface NamespacePart {
  name: string;
  labels?: Record<string, string>;
}

/** A Secret whose content is made out of one that all clusters of the mesh have, so that none waits for another's. */
export interface SecretPart {
  /** What the resource's name ends in. Example `"ipsec"`. */
  part: string;
  name: string;
  namespace: string;
  /** The Secret's key. */
  key: string;
  /** Its content. `source` is the key of the mesh's certificate authority, or for a cluster alone a random password. */
  content(source: string): string;
}

export interface ReleasePart {
  /** Of the Helm release: the name that the agent's own command line looks for. */
  name: string;
  /** Its name in the repository, or the whole of its address in a registry. */
  chart: string;
  repository?: string;
  version: string;
  namespace: string;
  values: Record<string, unknown>;
  /** Secrets among the values, by their path. Example `{ "tls.ca.key": { from: "ca.key", base64: true } }`. */
  secretValues?: Record<string, SecretValue>;
}

export interface SecretValue {
  from: "ca.cert" | "ca.key";
  /** Whether the chart wants it encoded. Default no. */
  base64?: boolean;
}

/** A Kubernetes resource, as its API writes it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}
