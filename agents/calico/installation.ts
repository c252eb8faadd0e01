import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import type { Installation, Manifest } from "../installation";
import { calicoChart, calicoCrdChart, operatorNamespace } from "./facts";
import { calicoValues } from "./values";

/** The kinds, then the operator; Calico itself is made by the operator, once there are nodes to run it. */
export function calicoInstallation(agent: AgentPlan, cloud: Cloud): Installation {
  return {
    // The operator runs on the host's network, which the strictest standard for pods would refuse.
    namespaces: [{ name: operatorNamespace, labels: { "pod-security.kubernetes.io/enforce": "privileged" } }],
    releases: [
      {
        name: "calico-crds",
        chart: calicoCrdChart.name,
        repository: calicoCrdChart.repository,
        version: agent.version,
        namespace: operatorNamespace,
        values: {},
      },
      {
        name: "calico",
        chart: calicoChart.name,
        repository: calicoChart.repository,
        version: agent.version,
        namespace: operatorNamespace,
        values: calicoValues(agent, cloud),
      },
    ],
    ...(cloud === "azure" && agent.datapath === "routed" ? { manifests: [KEPT_ADDRESSES] } : {}),
  };
}

/**
 * AKS hides pods behind their node's address from everything outside the VNet, and so from other members ("Azure CNI networking", AKS
 * docs, 2026). Its masquerading agent takes exceptions from this ConfigMap beside its own (Azure/ip-masq-agent-v2); to the internet the
 * NAT gateway hides them.
 */
const KEPT_ADDRESSES: Manifest = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: "azure-ip-masq-agent-config",
    namespace: "kube-system",
    labels: {
      component: "ip-masq-agent",
      "kubernetes.io/cluster-service": "true",
      "addonmanager.kubernetes.io/mode": "EnsureExists",
    },
  },
  data: { "ip-masq-agent": "nonMasqueradeCIDRs:\n  - 0.0.0.0/0\nmasqLinkLocal: false\n" },
};
