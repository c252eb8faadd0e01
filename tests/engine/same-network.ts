import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { parseLock } from "../../network/address/lock-text";
import type { Inventory } from "../../network/model/inventory";
import { plannedNetwork } from "../../network/plan/network";
import { planMesh } from "../../network/plan/plan";
import type { Plan } from "../../network/plan/shape";
import { readSpecText } from "../../network/spec/yaml";
import { agentsOf, clustersOf, tunnelsOf } from "../inventory/comparable";
import { objectsIn } from "./clouds/journal";

/** The plan of an environment of a project's `stacks/`. */
export function planOf(project: string, environment: string): Plan {
  const [spec, lock] = [`Pulumi.${environment}.yaml`, `${environment}.lock.yaml`].map((file) => ({
    file,
    text: readFileSync(join(project, "stacks", file), "utf8"),
  })) as [{ file: string; text: string }, { file: string; text: string }];
  return planMesh(readSpecText(spec), parseLock(lock.text, lock.file), SOURCES).plan;
}

/** The network that the clouds' objects make: no component, no state of the engine's, nothing but what is in the clouds. */
export function networkIn(clouds: string): Inventory {
  return inventory(
    objectsIn(clouds).map(({ urn, type, name, id, outputs }) => ({
      urn,
      type,
      name,
      id,
      custom: true,
      props: outputs,
      dependencies: [],
      propertyDependencies: {},
    })),
  );
}

/** Holds that the clouds hold the network of the plan: ranges, clusters, agents, gateways, tunnels, links and routes. */
export function assertPlannedNetwork(clouds: string, plan: Plan): void {
  const [found, planned] = [networkIn(clouds), plannedNetwork(plan)];
  assert.deepEqual(rangesOf(found), rangesOf(planned));
  assert.deepEqual(clustersOf(found), clustersOf(planned));
  assert.deepEqual(agentsOf(found), agentsOf(planned));
  assert.deepEqual(tunnelsOf(found), tunnelsOf(planned));
  assert.deepEqual(
    found.links.map((link) => link.name),
    planned.links.map((link) => link.name),
  );
  assert.deepEqual(gatewaysOf(found), plannedGateways(plan));
  assert.deepEqual(routesOf(found), plannedRoutes(plan));
}

/** Without its use: only a component tells a range of nodes from that of the network that holds them. */
function rangesOf(network: Inventory): string[] {
  return sorted(
    network.ranges
      .filter((range) => range.use !== "subnet")
      .map((range) => `${range.member} ${String(range.cidr)}`),
  );
}

function gatewaysOf(network: Inventory): string[] {
  return sorted(network.gateways.map((gateway) => `${gateway.member} ${String(gateway.asn)}`));
}

function plannedGateways(plan: Plan): string[] {
  return sorted(
    Object.values(plan.members).flatMap(({ name, gateway }) =>
      gateway && gateway.behind === undefined ? [`${name} ${gateway.asn}`] : [],
    ),
  );
}

function routesOf(network: Inventory): string[] {
  return sorted(network.routes.map((route) => `${route.member} ${String(route.destination)}`));
}

/** Only AWS needs routes to be told: its VPC tables do not learn from a transit gateway. */
function plannedRoutes(plan: Plan): string[] {
  return sorted(
    Object.values(plan.members)
      .filter((member) => member.cloud === "aws")
      .flatMap((member) => (member.gateway?.remote ?? []).map((prefix) => `${member.name} ${prefix}`)),
  );
}

function sorted(lines: string[]): string[] {
  return [...new Set(lines)].sort();
}
