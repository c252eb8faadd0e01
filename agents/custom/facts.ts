import type { AgentFacts, AgentLimits } from "../../network/agent-facts";
import type { AgentPort } from "../../network/model/agent-port";
import type { CustomAgentSpec } from "../../network/spec/custom-agent-shape";
import { AGENT_PORT } from "../../network/spec/units";
import { customFaults } from "./faults";

/** What a mesh numbers and names its clusters by, since nobody says what the agent takes. */
const limits: AgentLimits = {
  clusters: 255,
  clusterId: { first: 1, portable: 255, last: 255 },
  clusterName: { longest: 32, pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/ },
};

/** The facts of an agent as its user gives them. */
export function customFacts(custom: CustomAgentSpec): AgentFacts {
  const { overhead, startupTaint, ports = [] } = custom;
  return {
    // Of no release of ours: the spec must pin it.
    version: "",
    limits,
    podMtu: (underlay, encryption) => underlay - (overhead[encryption] ?? 0),
    ports: () => ports.map(portOf),
    ...(startupTaint === undefined
      ? {}
      : { startupTaint: { key: startupTaint, value: "true", effect: "NoExecute" as const } }),
    faults: customFaults,
  };
}

function portOf(text: string): AgentPort {
  const purpose = "Network agent";
  if (text === "esp" || text === "icmp") return { protocol: text, purpose };
  const [, port, protocol] = AGENT_PORT.exec(text) ?? [];
  return { port: Number(port), protocol: protocol === "udp" ? "udp" : "tcp", purpose };
}
