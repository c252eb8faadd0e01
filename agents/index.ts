import { InputError } from "../network/errors";
import type { AgentPort } from "../network/model/agent-port";
import type { AgentKind, Encryption } from "../network/spec/shape";
import { ciliumChart, ciliumLimits, ciliumPorts } from "./cilium/facts";
import { ciliumFaults } from "./cilium/faults";
import { ciliumValues } from "./cilium/values";
import type { AgentDriver } from "./driver";

/** One driver a kind; a new agent is a room and one line here. Those without are read, but not installed. */
const AGENT_DRIVERS: Record<AgentKind, AgentDriver | undefined> = {
  cilium: {
    kind: "cilium",
    chart: ciliumChart,
    limits: ciliumLimits,
    ports: ciliumPorts,
    faults: ciliumFaults,
    values: ciliumValues,
  },
  calico: undefined,
  flannel: undefined,
  weave: undefined,
  docker: undefined,
};

/** @throws InputError for a kind that is not built yet, naming those that are. */
export function agentDriver(kind: AgentKind): AgentDriver {
  const driver = AGENT_DRIVERS[kind];
  if (driver) return driver;
  const built = Object.entries(AGENT_DRIVERS).flatMap(([name, present]) => (present ? [name] : []));
  const list = built.join(" and ");
  throw new InputError({
    path: "agent.kind",
    message: `${kind} is not built yet; ${list} ${built.length === 1 ? "is" : "are"}.`,
  });
}

/** Chart version that this release pins. Throws like {@link agentDriver}. */
export function pinnedVersion(kind: AgentKind): string {
  return agentDriver(kind).chart.pinnedVersion;
}

/** Ports between the node ranges of two members. Throws like {@link agentDriver}. */
export function agentPorts(kind: AgentKind, encryption: Encryption): AgentPort[] {
  return agentDriver(kind).ports(encryption);
}
