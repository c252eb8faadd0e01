import type { CustomAgentSpec } from "../../network/spec/custom-agent-shape";
import type { AgentDriver } from "../driver";
import { customFacts } from "./facts";
import { customInstallation } from "./installation";

/** Any network agent that a chart installs, as its user describes it. */
export function customDriver(custom: CustomAgentSpec): AgentDriver {
  return {
    kind: "custom",
    facts: customFacts(custom),
    // The user's own, pinned in the spec.
    charts: [],
    installation: (agent, cloud) => customInstallation(custom, agent, cloud),
    cannot: [
      "Secrets in the chart's values: they are plain, and are shown in plans and previews.",
      "Strict isolation, and Services that all clusters find: both speak an agent's own language.",
    ],
  };
}
