import { InputError } from "../../network/errors";
import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import { BACKENDS } from "./facts";

/**
 * Where flanneld tells that it is well. Not the chart's 8081, which the node-ipam-controller takes on the same node, whose chart has no
 * value for it, nor Submariner's 8080 and 8081.
 */
const HEALTH_PORT = 8086;

/** Where a cloud's nodes keep CNI plugins; elsewhere the chart's default. */
const PLUGINS: Partial<Record<Cloud, string>> = { gcp: "/home/kubernetes/bin" };

/**
 * Values of Flannel's chart. Keys: chart/kube-flannel/values.yaml of v0.28.9 (2026-08-07); a case of tests/kubernetes renders that chart
 * with them.
 */
export function flannelValues({ pods, encryption, mtu }: AgentPlan, cloud: Cloud): Record<string, unknown> {
  if (cloud === "site")
    throw new InputError({ path: "cloud", message: "site has no cluster of ours; give aws, gcp or azure." });
  const cniBinDir = PLUGINS[cloud];
  return {
    podCidr: pods,
    flannel: {
      backend: BACKENDS[encryption],
      // The underlay's: the backend subtracts its own overhead.
      mtu,
      // What goes to pods of another cluster is kept out of the masquerade by Submariner, whose chain comes first in the hook
      // (submariner@26a24fdf, kubeproxy/packetfilter_iface.go).
      args: ["--ip-masq", "--kube-subnet-mgr"],
      healthz: { port: HEALTH_PORT },
      ...(cniBinDir === undefined ? {} : { cniBinDir }),
    },
    netpol: { enabled: false },
  };
}
