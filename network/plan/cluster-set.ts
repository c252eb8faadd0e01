import { serviceAddress } from "../address/service-address";
import type { AgentCatalogue } from "../agent-facts";
import { type Fault, InputError } from "../errors";
import type { MeshSpec, ServiceSpec } from "../spec/shape";
import type { ClusterSetPlan, ServiceExportPlan } from "./shape";

/** What a member has of the mesh's exported Services; nothing where none is exported. */
export function clusterSetOf(
  name: string,
  serviceRange: string,
  { services = [], agent = {} }: MeshSpec,
  agents: AgentCatalogue,
): { clusterSet?: ClusterSetPlan } {
  if (services.length === 0) return {};
  const exports = services
    .filter(({ members }) => members.includes(name))
    .map(exportPlan)
    .sort(byName);
  const ownDns = agents(agent.kind ?? "cilium").services?.ownDns ?? false;
  return {
    clusterSet: {
      ...(ownDns ? {} : { dns: serviceAddress(serviceRange, "clusterSetDns") }),
      namespaces: [...new Set(services.map(({ namespace }) => namespace))].sort(),
      exports,
    },
  };
}

function exportPlan({ name, namespace, affinity = "local" }: ServiceSpec): ServiceExportPlan {
  return { name, namespace, affinity };
}

function byName(one: ServiceExportPlan, other: ServiceExportPlan): number {
  const [first, second] = [one, other].map(({ namespace, name }) => `${namespace}/${name}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

/** @throws InputError where the agent can export no Services, or not as one of them asks for */
export function refuseServices({ services = [], agent = {} }: MeshSpec, agents: AgentCatalogue): void {
  if (services.length === 0) return;
  const kind = agent.kind ?? "cilium";
  const facts = agents(kind).services;
  if (!facts) throw new InputError({ path: "services", message: `${kind} exports none; use cilium` });
  const faults = services.flatMap(({ affinity = "local" }, index): Fault[] =>
    facts.affinities.includes(affinity)
      ? []
      : [
          {
            path: `services[${index}].affinity`,
            message: `${affinity} is not what ${kind} can do; it has ${facts.affinities.join(" and ")}`,
          },
        ],
  );
  if (faults.length > 0) throw new InputError(faults);
}
