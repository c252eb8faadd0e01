import type { AgentMember } from "../../network/agent-facts";
import type { Fault } from "../../network/errors";
import { BACKENDS, flannelChart, flannelLimits, oldestChart } from "./facts";

/** What Flannel or Submariner would take and not do, said before anything is made. */
export function flannelFaults({ cloud, agent, isolation }: AgentMember): Fault[] {
  const faults: Fault[] = [];
  if (!BACKENDS[agent.encryption]) {
    const message = `${agent.encryption} is no backend of flannel; wireguard is, or none.`;
    faults.push({ path: "agent.encryption", message });
  }
  if (agent.datapath !== "overlay") {
    const message = `${agent.datapath} is not built for flannel; overlay is.`;
    faults.push({ path: "agent.datapath", message });
  }
  faults.push(...versionFaults(agent.version));
  const { longest, pattern } = flannelLimits.clusterName;
  if (agent.clusterName.length > longest || !pattern.test(agent.clusterName)) {
    const message = `"${agent.clusterName}" is no name for a cluster of Submariner; give at most ${longest} lowercase letters, digits and dashes, a letter or digit at both ends.`;
    faults.push({ path: "agent.clusterName", message });
  }
  const others = agent.mesh.filter(({ name }) => name !== agent.clusterName);
  if (others.length > 0 && !agent.submariner) {
    const message =
      "is missing: flannel knows one cluster only, and agent.mesh names others; give Submariner's broker, or use cilium.";
    faults.push({ path: "agent.submariner", message });
  }
  if (cloud === "gcp" && agent.sharesServices) {
    const message =
      "flannel's clusters share Services by Submariner, which does not set up GKE's kube-dns, so nobody there finds them; use cilium.";
    faults.push({ path: "agent.sharesServices", message });
  }
  if (isolation === "strict") {
    const message = "strict is not built for flannel, which enforces no network policies; use cilium.";
    faults.push({ path: "isolation", message });
  }
  return faults;
}

function versionFaults(version: string): Fault[] {
  const parts = /^v?(\d+)\.(\d+)\.\d+$/.exec(version);
  const [major, minor] = [Number(parts?.[1]), Number(parts?.[2])];
  if (major > oldestChart.major || (major === oldestChart.major && minor >= oldestChart.minor)) return [];
  const message = `${version} is no chart that the values are for; flannel v${oldestChart.major}.${oldestChart.minor} or newer is, like ${flannelChart.version}.`;
  return [{ path: "agent.version", message }];
}
