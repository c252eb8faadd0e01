import { AGENT_DATAPATH_UNIFORM, agentDatapathUniform } from "../../network/judge/agent-datapath-uniform";
import type { Rule } from "../rule";

export const agentDatapathUniformRule: Rule = {
  name: AGENT_DATAPATH_UNIFORM,
  title: "One datapath in a mesh",
  description:
    "Agents that join each other's clusters have one routing mode, one tunnel protocol and one encryption.",
  why:
    "A packet that one cluster wraps in a tunnel, or encrypts, must be unwrapped in the other. Where the modes differ the mesh reports " +
    "itself as connected, and pods' traffic between the two is dropped.",
  fix:
    "Give every cluster of the mesh the same `routingMode`, `tunnelProtocol` and `encryption`. AKS without a network plugin takes a " +
    "tunnel only, so a mesh with one takes tunnels everywhere.",
  needs: "Of each agent its routing mode, tunnel protocol and encryption, and whom it joins.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: agentDatapathUniform,
};
