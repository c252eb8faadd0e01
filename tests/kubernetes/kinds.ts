import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Client } from "./client";
import { type Definition, definitions } from "./crds/definitions";
import type { Manifest } from "./manifest";
import { refusalOf } from "./refusal";

const resources = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});

const defined = z.looseObject({
  spec: z.looseObject({ versions: z.array(z.looseObject({ name: z.string() })) }),
});

/** A definition is taken up in a second or two; a busy machine takes longer. In milliseconds. */
const PATIENCE = 60_000;

/** Path of the object that a manifest is of; undefined where the server serves no such kind. */
async function served(client: Client, { apiVersion, kind, metadata }: Manifest): Promise<string | undefined> {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { status, body } = await client.ask({ method: "GET", path: root });
  if (status !== 200) return undefined;
  const found = resources.parse(body).resources.find((one) => one.kind === kind && !one.name.includes("/"));
  if (found === undefined) return undefined;
  const place = found.namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : "";
  return `${root}${place}/${found.name}/${metadata.name}`;
}

/**
 * Path of the object that a manifest is of. A kind that the server does not serve yet is defined first, by its project's own definition.
 *
 * @throws Error where no project that we know defines the kind, or not in that version
 */
export async function objectPath(client: Client, manifest: Manifest): Promise<string> {
  const path = await served(client, manifest);
  if (path !== undefined) return path;
  const group = manifest.apiVersion.split("/").at(0);
  const all = await definitions();
  const definition = all.find((one) => one.group === group && one.kind === manifest.kind);
  if (definition === undefined) {
    throw new Error(
      `no such kind as ${manifest.apiVersion} ${manifest.kind}, neither Kubernetes' own nor in tests/kubernetes/crds/sources.ts`,
    );
  }
  const versions = await define(client, definition);
  if (!versions.includes(manifest.apiVersion)) {
    throw new Error(`${definition.name} has no ${manifest.apiVersion}, only ${versions.join(", ")}`);
  }
  for (const end = Date.now() + PATIENCE; ; await sleep(50)) {
    const now = await served(client, manifest);
    if (now !== undefined) return now;
    if (Date.now() > end) throw new Error(`${definition.name} is not served yet`);
  }
}

/** Tells the server of a kind; the versions that it will have. */
async function define(client: Client, { name, group, text }: Definition): Promise<string[]> {
  const answer = await client.ask({
    method: "PATCH",
    path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}?fieldManager=isthmus-tests`,
    body: text,
    contentType: "application/apply-patch+yaml",
  });
  const refusal = refusalOf(answer);
  if (refusal !== undefined) throw new Error(`the definition ${name} is refused: ${refusal}`);
  return defined.parse(answer.body).spec.versions.map((version) => `${group}/${version.name}`);
}
