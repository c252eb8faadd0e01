import "./no-debug-messages";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Mesh, type MeshArgs } from "../components";
import { protection } from "./protection";

/**
 * The mesh of one environment: `Pulumi.<env>.yaml` describes it, `<env>.lock.yaml` holds the allocations made for it.
 * `isthmus check` hands over a lock of its own (`isthmus:lock`) where the file lacks entries; an update never does.
 */
const config = new pulumi.Config("isthmus");
const environment = pulumi.getStack();

const mesh = new Mesh(
  "mesh",
  { ...config.requireObject<MeshArgs>("mesh"), lock: config.get("lock") ?? lockOf(environment) },
  protection(config.getBoolean("protect") ?? false),
);

/** Kubeconfigs by member; secret. */
export const kubeconfigs = pulumi.secret(
  Object.fromEntries(Object.entries(mesh.members).map(([name, member]) => [name, member.kubeconfig])),
);

/** Node, pod and service ranges by member. */
export const ranges = mesh.ranges;

/** What the sites' devices must be told beyond `isthmus plan --site`, by site; their keys are secret. Absent without a site. */
export const sites = mesh.sites;

function lockOf(stack: string): string | undefined {
  // The engine runs a program in its project's `main` folder, which holds the locks.
  const file = join(process.cwd(), `${stack}.lock.yaml`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
