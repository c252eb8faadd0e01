import type { AgentMember } from "../../network/agent-facts";
import type { Fault } from "../../network/errors";
import { customAgentFaults } from "../../network/spec/custom-agent-meaning";
import type { CustomAgentSpec } from "../../network/spec/custom-agent-shape";
import { object } from "../../network/spec/loose";
import { placeholdersIn } from "../../network/spec/placeholders";
import { Cloud } from "../../network/spec/shape";
import { otherClusters } from "../other-clusters";

/** Least packet that every host takes (RFC 791, section 3.1). */
const LEAST_MTU = 576;

/** What a description does not hold for a member, or asks for and does not get. */
export function customFaults(member: AgentMember): Fault[] {
  const { agent } = member;
  const form = customAgentFaults(object(agent)).map(({ at, message }) => ({
    path: ["agent", ...at].map(String).join("."),
    message,
  }));
  const { custom } = agent;
  if (form.length > 0 || !custom) return form;
  return [
    ...cloudFaults(member, custom),
    ...remoteFaults(member, custom),
    ...mtuFaults(member, custom),
    ...(member.isolation === "strict"
      ? [
          {
            path: "isolation",
            message:
              "strict is not built for an agent of kind custom: no policy of every agent's is for all pods; choose cilium or calico, or open",
          },
        ]
      : []),
  ];
}

function cloudFaults({ cloud, agent }: AgentMember, custom: CustomAgentSpec): Fault[] {
  const { overlay = [Cloud.aws, Cloud.gcp, Cloud.azure], routed = [] } = custom;
  const able = agent.datapath === "routed" ? routed : overlay;
  if (able.includes(cloud)) return [];
  const key = agent.datapath === "routed" ? "routed" : "overlay";
  return [
    {
      path: `agent.custom.${key}`,
      message: `does not name ${cloud}, where the datapath is to be ${agent.datapath}; ${able.length > 0 ? `it names ${able.join(", ")}` : "it names no cloud"}`,
    },
  ];
}

/** In an overlay nobody but the agents of the clusters brings a packet to another's pod. */
function remoteFaults({ agent }: AgentMember, { values }: CustomAgentSpec): Fault[] {
  const others = otherClusters(agent);
  if (others.length === 0) return [];
  const names = new Set(placeholdersIn(values).map(({ name }) => name));
  const told = [...names].some((name) => name.startsWith("remote."));
  if (agent.datapath === "overlay" && !told) {
    const message =
      `tells the agent of no other cluster, so that pods of ${agent.clusterName} and of ${others.map(({ name }) => name).join(", ")} never meet; ` +
      "tell it by remote.names, remote.nodes or remote.pods, or give each cluster a mesh of its own";
    return [{ path: "agent.custom.values", message }];
  }
  if (!names.has("remote.pods")) return [];
  return others.flatMap(({ name, pods }) =>
    pods === undefined
      ? [{ path: `agent.mesh.${name}.pods`, message: "is missing, and the values name remote.pods" }]
      : [],
  );
}

function mtuFaults({ agent }: AgentMember, { overhead }: CustomAgentSpec): Fault[] {
  const taken = overhead[agent.encryption] ?? 0;
  if (agent.mtu - taken >= LEAST_MTU) return [];
  return [
    {
      path: `agent.custom.overhead.${agent.encryption}`,
      message: `${taken} bytes of ${agent.mtu} leave pods ${agent.mtu - taken}, and ${LEAST_MTU} is the least that IPv4 works with`,
    },
  ];
}
