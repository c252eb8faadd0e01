import { text } from "../../network/model/property";
import { isUnknown, UNKNOWN } from "../../network/model/resource";
import { listedRanges, type ToldRange } from "../facts-of-manifests";
import { argument, entry, type Manifest, ofKind, type Place, parsed } from "../manifest";

const KUBEADM = "kubeadm-config";
const PROXY = "kube-proxy";
/** Parts of the control plane whose command line names the cluster's ranges. */
const PARTS = [PROXY, "kube-controller-manager", "kube-apiserver"];
const WORKLOADS = ["DaemonSet", "Deployment", "Pod"];

/** What kubeadm gives to Services where nothing is said (kubernetes/kubernetes@027ac5a, kubeadm/v1beta4/defaults.go, read 2026-11-24). */
const DEFAULT_SERVICES = "10.96.0.0/12";

/** Whether an object says what ranges the cluster itself was made with. */
export function isControlPlane({ kind, name }: Manifest): boolean {
  if (kind === "ConfigMap") return name === KUBEADM || name === PROXY;
  return WORKLOADS.includes(kind) && PARTS.includes(name);
}

/**
 * Ranges that a cluster of no cloud was made with: by kubeadm's configuration, kube-proxy's, or the control plane's command lines. A
 * cloud's cluster tells its own, and its kube-proxy may be told the whole VPC.
 */
export function readControlPlane(place: Place): ToldRange[] {
  if (place.cloud !== "site") return [];
  return [
    ...ofKind(place, "ConfigMap", KUBEADM).flatMap(ofKubeadm),
    ...ofKind(place, "ConfigMap", PROXY).flatMap(ofProxy),
    ...WORKLOADS.flatMap((kind) => ofKind(place, kind))
      .filter(isControlPlane)
      .flatMap(ofCommandLine),
  ];
}

function ofKubeadm(config: Manifest): ToldRange[] {
  const written = parsed(entry(config, "ClusterConfiguration") ?? UNKNOWN);
  const origin = { urn: config.resource.urn, property: "data.ClusterConfiguration" };
  return [
    ...listedRanges("pods", text(written, "networking.podSubnet"), origin),
    ...listedRanges("services", text(written, "networking.serviceSubnet") || DEFAULT_SERVICES, origin),
  ];
}

function ofProxy(config: Manifest): ToldRange[] {
  const written = entry(config, "config.conf");
  if (written === undefined) return [];
  const origin = { urn: config.resource.urn, property: "data.config.conf" };
  return listedRanges("pods", text(parsed(written), "clusterCIDR"), origin);
}

function ofCommandLine(workload: Manifest): ToldRange[] {
  const origin = { urn: workload.resource.urn, property: "spec" };
  const flags = [
    ["pods", "cluster-cidr"],
    ["services", "service-cluster-ip-range"],
  ] as const;
  return flags.flatMap(([use, name]) => {
    const written = argument(workload, name);
    // A command line that is not known may name neither.
    return isUnknown(written) && workload.name === PROXY && use === "services"
      ? []
      : listedRanges(use, written, origin);
  });
}
