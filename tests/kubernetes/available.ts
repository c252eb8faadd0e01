import { suitesOf } from "../left-out";
import { applyAll } from "./apply";
import type { Manifest } from "./manifest";
import { controlPlaneSource } from "./programs";
import { type ApiServer, startApiServer } from "./server";

const source = controlPlaneSource();
let server: Promise<ApiServer> | undefined;

/** The one server of all suites: a start takes longer than all that is asked of it. */
function sharedServer(): Promise<ApiServer> {
  server ??= startApiServer();
  return server;
}

/**
 * A suite that needs a Kubernetes API server, which is started for the first one. Where there is none, and no Go to build one, its tests
 * count as skipped, and one line says how many and why.
 */
export const kubernetesSuite = suitesOf({
  of: "the Kubernetes API server",
  missing: source === undefined ? "no go on the PATH to build it" : undefined,
  timeout: 600_000,
  prepare: sharedServer,
});

after("the Kubernetes API server is stopped", async function () {
  this.timeout(60_000);
  await (await server?.catch(() => undefined))?.stop();
});

if (source === "go") console.log("building kube-apiserver and etcd for the tests: some minutes, once");

/**
 * Applies manifests of one cluster to a real API server, reads each back and removes them again: {@link applyAll}. For tests in a
 * {@link kubernetesSuite}.
 */
export async function applied(...manifests: readonly Manifest[]): Promise<Manifest[]> {
  return applyAll(await sharedServer(), manifests);
}

/** The same of manifests that others wrote: they must be taken, but not held to the letter. */
export async function accepted(...manifests: readonly Manifest[]): Promise<Manifest[]> {
  return applyAll(await sharedServer(), manifests, { exactly: false });
}
