import { DEFAULT_DENY, defaultDeny } from "../../network/judge/default-deny";
import type { Rule } from "../rule";

export const defaultDenyRule: Rule = {
  name: DEFAULT_DENY,
  title: "Pods are shut by default",
  description:
    "Every namespace that the stack puts pods into has a network policy that shuts its pods to what no policy names, or its cluster has.",
  why:
    "Kubernetes lets every pod reach every other until a policy says otherwise. Where clusters are joined, every other means those of all clusters: one pod that is taken over reaches " +
    "whatever listens in any of them.",
  fix: 'A NetworkPolicy in each namespace with `podSelector: {}` and `policyTypes: ["Ingress"]`, or a CiliumClusterwideNetworkPolicy with an empty selector and an `ingress` rule; then one for each permission.',
  needs: "Workloads and Helm releases among the resources, their namespaces, and the network policies.",
  limits:
    "Pods that something else than this stack makes are not seen, nor policies inside Helm charts, nor those of Calico's own kind for a single namespace. Namespaces of the cluster itself (kube-system) are left alone.",
  severity: "medium",
  level: "advisory",
  alone: false,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-7" }],
  judge: defaultDeny,
};
