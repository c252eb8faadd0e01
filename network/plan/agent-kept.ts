import type { DecidedRequest } from "../address/allocate";
import type { Lock } from "../address/lock";
import { type Fault, InputError } from "../errors";
import { AgentKind, Datapath, type MeshSpec } from "../spec/shape";

/** What cannot be changed under running pods, and what it is where a lock says nothing. */
const DEFAULTS = { kind: AgentKind.cilium, datapath: Datapath.overlay } as const;

/** What the lock must hold of the agent: what is not the default, so that a lock without a word means the default. */
export function agentRequests(spec: MeshSpec): DecidedRequest[] {
  const asked = askedOf(spec);
  return (["datapath", "kind"] as const)
    .filter((key) => asked[key] !== DEFAULTS[key])
    .map((key) => ({ key, value: asked[key] }));
}

/**
 * Pods have their addresses and interfaces from the agent, so another one means other pods on other nodes, and two agents in one mesh do
 * not speak to each other.
 *
 * @throws InputError where the lock's members have another agent or datapath than the spec
 */
export function refuseAnotherAgent(spec: MeshSpec, lock: Lock): void {
  if (lock.clusterIds.size === 0) return;
  const asked = askedOf(spec);
  const faults = (["kind", "datapath"] as const).flatMap((key): Fault[] => {
    const standing = lock.agent.get(key) ?? DEFAULTS[key];
    if (standing === asked[key]) return [];
    return [
      {
        path: key === "kind" ? "agent.kind" : "datapath",
        message:
          `${asked[key]} cannot take the place of ${standing} in a mesh that stands: make members with the new one beside the old, under a ` +
          "spec and lock of their own, and move the workloads (docs/operations.md, Another network agent); where nothing was applied " +
          "yet, delete the lock",
      },
    ];
  });
  if (faults.length > 0) throw new InputError(faults);
}

function askedOf({ agent, datapath }: MeshSpec): { kind: string; datapath: string } {
  return { kind: agent?.kind ?? DEFAULTS.kind, datapath: datapath ?? DEFAULTS.datapath };
}
