import { UNKNOWN } from "../../network/model/resource";
import { type AgentReader, agentFact } from "../facts-of-release";

/**
 * A release of a chart of Weave Net. Weave itself publishes none, so no chart's keys are known: whether WEAVE_PASSWORD,
 * without which Weave encrypts nothing, reaches its DaemonSet cannot be told from the values.
 */
export const readWeave: AgentReader = (release) => ({
  agent: agentFact(release, { kind: "weave", encryption: UNKNOWN, routing: "tunnel", mtu: UNKNOWN }),
  ranges: [],
});
