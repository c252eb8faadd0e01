import type { AgentChoice, AgentFacts } from "../network/agent-facts";
import { InputError } from "../network/errors";
import type { AgentKind } from "../network/spec/shape";
import { calicoDriver } from "./calico/driver";
import { ciliumDriver } from "./cilium/driver";
import { customDriver } from "./custom/driver";
import type { AgentDriver } from "./driver";
import { flannelDriver } from "./flannel/driver";
import type { PolicyManifest, StrictCluster } from "./policy";
import { weaveDriver } from "./weave/driver";

/** One driver a kind; a new agent is a room and one line here. Those without are read, but not installed. */
const AGENT_DRIVERS: Record<Exclude<AgentKind, "custom">, AgentDriver | undefined> = {
  cilium: ciliumDriver,
  calico: calicoDriver,
  flannel: flannelDriver,
  weave: weaveDriver,
  docker: undefined,
};

/** @throws InputError for a kind that is not built yet, naming those that are, and for a custom one that nobody describes. */
export function agentDriver({ kind, custom }: AgentChoice): AgentDriver {
  if (kind === "custom") {
    if (custom) return customDriver(custom);
    throw new InputError({
      path: "agent.custom",
      message: "is required: say what the agent is, as docs/agents/custom.md shows",
    });
  }
  const driver = AGENT_DRIVERS[kind];
  if (driver) return driver;
  const built = [...agentDrivers().map((one) => one.kind), "custom"];
  throw new InputError({
    path: "agent.kind",
    message: `${kind} is not built yet; ${built.join(", ")} are.`,
  });
}

/** Those that are built, in the table's order. */
export function agentDrivers(): AgentDriver[] {
  return Object.values(AGENT_DRIVERS).filter((driver) => driver !== undefined);
}

/** What the plan must know of an agent. Throws like {@link agentDriver}. */
export function agentFacts(agent: AgentChoice): AgentFacts {
  return agentDriver(agent).facts;
}

/**
 * What keeps out pods of other clusters that are not admitted, in the order in which it is made.
 *
 * @throws InputError for an agent that strict isolation is not built for, by name
 */
export function isolationPolicies(
  { kind, policy }: Pick<AgentDriver, "kind" | "policy">,
  cluster: StrictCluster,
): PolicyManifest[] {
  if (policy) return [policy(cluster)].flat();
  const built = agentDrivers()
    .filter((driver) => driver.policy)
    .map((driver) => driver.kind);
  throw new InputError({
    path: "isolation",
    message: `strict is not built for ${kind}; it is for ${built.join(" and ")}.`,
  });
}
