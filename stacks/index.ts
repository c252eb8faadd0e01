import "./no-debug-messages";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Mesh, type MeshArgs } from "../components";
import { kubeconfigsOf } from "./kubeconfigs";
import { protection } from "./protection";

/**
 * The mesh of one environment: `Pulumi.<env>.yaml` describes it, `<env>.lock.yaml` holds the allocations made for it.
 * `isthmus check` hands over a lock of its own (`isthmus:lock`) where the file lacks entries; an update never does.
 */
const config = new pulumi.Config("isthmus");
const environment = pulumi.getStack();

const spec = config.requireObject<MeshArgs>("mesh");
const mesh = new Mesh(
  "mesh",
  { ...spec, ...kubeconfigsOf(spec, config), lock: config.get("lock") ?? lockOf(environment) },
  protection(config.getBoolean("protect") ?? false),
);

/**
 * Outputs: `kubeconfigs` by member, secret; `ranges`, of nodes, pods and services, by member; with a site in the mesh `sites`, what
 * its devices must be told beyond `isthmus plan --site`, by site, its keys secret.
 */
export = (): Record<string, unknown> => ({
  kubeconfigs: pulumi.secret(
    Object.fromEntries(Object.entries(mesh.members).map(([name, member]) => [name, member.kubeconfig])),
  ),
  ranges: mesh.ranges,
  ...(mesh.sites ? { sites: mesh.sites } : {}),
});

function lockOf(stack: string): string | undefined {
  // The engine runs a program in its project's `main` folder, which holds the locks.
  const file = join(process.cwd(), `${stack}.lock.yaml`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
