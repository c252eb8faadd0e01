import type { AgentMember } from "../../network/agent-facts";
import type { Fault } from "../../network/errors";
import type { AgentPlan } from "../../network/plan/shape";
import { calicoChart, oldestChart } from "./facts";

/** What Calico cannot do in a cloud, said before anything is made. */
export function calicoFaults({ cloud, agent }: AgentMember): Fault[] {
  return [
    ...encryptionFaults(cloud, agent),
    ...cloudFaults(cloud, agent),
    ...acrossFaults(agent),
    ...versionFaults(agent.version),
  ];
}

/** "Encrypt in-cluster pod traffic", Unsupported: GKE (Calico docs 3.32, 2026-06). Calico has no IPsec. */
function encryptionFaults(cloud: AgentMember["cloud"], { encryption }: AgentPlan): Fault[] {
  const path = "agent.encryption";
  if (encryption === "ipsec") {
    return [{ path, message: "ipsec is nothing that Calico has; give wireguard or none, or take cilium." }];
  }
  if (encryption !== "wireguard" || cloud !== "gcp") return [];
  return [
    {
      path,
      message:
        "wireguard does not run on GKE with Calico; give none, where VPN links and Google Cloud's own network encryption are left, or take cilium.",
    },
  ];
}

/** GKE's nodes take no network plugin but its own with Calico ("Google Kubernetes Engine", Calico docs 3.32). */
function cloudFaults(cloud: AgentMember["cloud"], { datapath }: AgentPlan): Fault[] {
  if (cloud !== "gcp" || datapath === "routed") return [];
  return [
    {
      path: "agent.datapath",
      message: `${datapath} is nothing that Calico does on GKE, where it keeps policies behind GKE's own plugin; give datapath: routed, or take cilium.`,
    },
  ];
}

/** Open-source Calico joins no clusters: routed pods reach each other by the links, and overlays by Submariner. */
function acrossFaults({ datapath, clusterName, mesh, submariner }: AgentPlan): Fault[] {
  if (datapath === "routed" || submariner || mesh.every(({ name }) => name === clusterName)) return [];
  return [
    {
      path: "agent.submariner",
      message:
        "is missing: Calico's overlay is of one cluster, and agent.mesh names others; give Submariner's broker, or datapath: routed, or use cilium.",
    },
  ];
}

function versionFaults(version: string): Fault[] {
  const parts = /^v(\d+)\.(\d+)\.\d+$/.exec(version);
  const { major, minor } = oldestChart;
  const [have, haveMinor] = [Number(parts?.[1]), Number(parts?.[2])];
  if (have > major || (have === major && haveMinor >= minor)) return [];
  return [
    {
      path: "agent.version",
      message: `${version} is no chart that the values are for; calico v${major}.${minor} or newer is, like ${calicoChart.version}.`,
    },
  ];
}
