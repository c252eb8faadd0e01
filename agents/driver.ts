import type { AgentFacts } from "../network/agent-facts";
import type { AgentPlan, ServiceExportPlan } from "../network/plan/shape";
import type { AgentKind, Cloud } from "../network/spec/shape";
import type { Installation, Manifest } from "./installation";
import type { PolicyManifest, StrictCluster } from "./policy";

/**
 * A network agent: all that the plan, the components and the checks must know of it. Each agent's room provides one, and is one row
 * of the table in `agents/index.ts`.
 */
export interface AgentDriver {
  kind: AgentKind;
  facts: AgentFacts;
  /** The charts that it is installed from, the agent's own first; none where there is none. */
  charts: ChartPin[];
  /** What is put into a cluster: plain, known at preview, without any secret. */
  installation(agent: AgentPlan, cloud: Cloud): Installation;
  /** What keeps out pods of other clusters that are not admitted; absent where strict isolation is not built for the agent. */
  policy?(cluster: StrictCluster): PolicyManifest;
  /** What exports a Service to the other clusters; absent where the agent's facts know no services. */
  exportOf?(service: ServiceExportPlan): Manifest;
  /** What it can't do, each as a sentence for docs/agents.md. */
  cannot: string[];
}

/** A Helm chart, and the version that this release of isthmus pins. */
export interface ChartPin {
  name: string;
  repository: string;
  version: string;
  /** Where the version is from, and its date. Example `"cilium/charts, 2026-07-16"`. */
  source: string;
}
