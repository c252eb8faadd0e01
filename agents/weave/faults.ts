import type { AgentMember } from "../../network/agent-facts";
import type { Fault } from "../../network/errors";
import { otherClusters } from "../other-clusters";
import { weaveLimits, weaveVersion } from "./facts";

/** Where Weave cannot run, or not as it is asked to. */
export function weaveFaults({ cloud, agent, isolation }: AgentMember): Fault[] {
  const faults: Fault[] = [];
  if (cloud === "gcp") {
    // GKE has containerd write `10-containerd-net.conflist` (containerd/cri#724), and the first name in the alphabet is taken
    // (kubernetes/kubernetes#100309): Weave's is `10-weave.conflist`.
    faults.push({
      path: "agent.kind",
      message:
        "weave cannot run on GKE, whose nodes have a network of their own set up and take it before Weave's; choose cilium",
    });
  }
  if (agent.encryption === "wireguard") {
    faults.push({
      path: "agent.encryption",
      message: "wireguard is not what weave has; ipsec encrypts (ESP, keyed by a password), none does not",
    });
  }
  if (agent.datapath !== "overlay") {
    faults.push({
      path: "agent.datapath",
      message: `${agent.datapath} is not what weave has: its pods are in an overlay; overlay is`,
    });
  }
  if (!/^2\.(9|\d\d+)\.\d+$/.test(agent.version)) {
    faults.push({
      path: "agent.version",
      message: `${agent.version} is no version that the manifests are for; 2.9.0 of the maintained fork or newer is, like ${weaveVersion}`,
    });
  }
  if (otherClusters(agent).length > 0) {
    faults.push({ path: "agent.mesh", message: `names other clusters, but ${weaveLimits.reason}` });
  }
  if (isolation === "strict") {
    faults.push({
      path: "isolation",
      message:
        "strict is not built for weave, which has no policy for the pods of all namespaces; choose cilium",
    });
  }
  return faults;
}
