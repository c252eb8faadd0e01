import { InputError } from "../network/errors";
import type { AgentPort } from "../network/model/agent-port";
import type { AgentKind, Encryption } from "../network/spec/shape";
import { ciliumChart, ciliumLimits, ciliumPorts } from "./cilium/facts";
import { ciliumFaults } from "./cilium/faults";
import { ciliumPolicy } from "./cilium/policy";
import { ciliumValues } from "./cilium/values";
import type { AgentDriver } from "./driver";
import type { PolicyManifest, StrictCluster } from "./policy";

/** One driver a kind; a new agent is a room and one line here. Those without are read, but not installed. */
const AGENT_DRIVERS: Record<AgentKind, AgentDriver | undefined> = {
  cilium: {
    kind: "cilium",
    chart: ciliumChart,
    limits: ciliumLimits,
    ports: ciliumPorts,
    faults: ciliumFaults,
    values: ciliumValues,
    policy: ciliumPolicy,
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

/**
 * What keeps out pods of other clusters that are not admitted.
 *
 * @throws InputError for an agent that strict isolation is not built for, by name
 */
export function isolationPolicy(
  { kind, policy }: Pick<AgentDriver, "kind" | "policy">,
  cluster: StrictCluster,
): PolicyManifest {
  if (policy) return policy(cluster);
  throw new InputError({
    path: "isolation",
    message: `strict is not built for ${kind}; it is for ${builtFor(({ policy: made }) => made !== undefined)}.`,
  });
}

function builtFor(fits: (driver: AgentDriver) => boolean): string {
  const built = Object.values(AGENT_DRIVERS).flatMap((driver) =>
    driver && fits(driver) ? [driver.kind] : [],
  );
  return built.join(" and ");
}
