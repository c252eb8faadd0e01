import type { AgentMember } from "../../network/agent-facts";
import type { Fault } from "../../network/errors";
import type { AgentPlan } from "../../network/plan/shape";
import { otherClusters } from "../other-clusters";
import { ciliumChart, ciliumLimits, oldestChart, unnamedCluster } from "./facts";

/** What the chart would refuse, or would take and not do, said before anything is made. */
export function ciliumFaults({ agent }: AgentMember): Fault[] {
  return [
    ...datapathFaults(agent),
    ...versionFaults(agent.version),
    ...nameFaults(agent.clusterName),
    ...idFaults(agent.clusterId),
    ...meshFaults(agent),
  ];
}

function datapathFaults({ datapath }: AgentPlan): Fault[] {
  if (datapath === "overlay") return [];
  return [
    {
      path: "agent.datapath",
      message: `${datapath} is not built for cilium, which has no routed datapath on AKS; overlay is.`,
    },
  ];
}

function versionFaults(version: string): Fault[] {
  const parts = /^(\d+)\.(\d+)\.\d+$/.exec(version);
  const { major, minor } = oldestChart;
  const [have, haveMinor] = [Number(parts?.[1]), Number(parts?.[2])];
  if (have > major || (have === major && haveMinor >= minor)) return [];
  return [
    {
      path: "agent.version",
      message: `${version} is no chart that the values are for; cilium ${major}.${minor} or newer is, like ${ciliumChart.version}.`,
    },
  ];
}

function nameFaults(name: string): Fault[] {
  const { longest, pattern } = ciliumLimits.clusterName;
  if (name.length <= longest && pattern.test(name) && name !== unnamedCluster) return [];
  return [
    {
      path: "agent.clusterName",
      message: `"${name}" is no name for a cluster of a mesh; give at most ${longest} lowercase letters, digits and dashes, a letter or digit at both ends, and not "${unnamedCluster}".`,
    },
  ];
}

function idFaults(id: number): Fault[] {
  const { first, last } = ciliumLimits.clusterId;
  if (Number.isInteger(id) && id >= first && id <= last) return [];
  return [{ path: "agent.clusterId", message: `${id} is no cluster id; give one of ${first} to ${last}.` }];
}

function meshFaults(agent: AgentPlan): Fault[] {
  if (otherClusters(agent).length === 0) return [];
  const faults: Fault[] = [];
  if (new Set([agent.clusterName, ...agent.mesh.map(({ name }) => name)]).size > ciliumLimits.clusters) {
    faults.push({ path: "agent.mesh", message: `joins more than ${ciliumLimits.clusters} clusters.` });
  }
  if (agent.loadBalancer.length === 0) {
    faults.push({
      path: "agent.loadBalancer",
      message: "is empty, but the other clusters of agent.mesh must reach this one; give it an address.",
    });
  }
  for (const { name, addresses } of otherClusters(agent)) {
    if (addresses.length > 0) continue;
    faults.push({
      path: `agent.mesh.${name}.addresses`,
      message: "is empty; give the addresses of its load balancer.",
    });
  }
  return faults;
}
