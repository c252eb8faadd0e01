import type { Framework } from "./rule";

/*
 * Ids as kube-bench has them: cfg/eks-1.7.0 (aquasecurity/kube-bench@8de482b and @0ccd2eb), cfg/gke-1.6.0 (@05da1b4) and
 * cfg/aks-1.8 (@812e6ae), read 2026-11-24. The benchmarks themselves are not public.
 */

/** Controls of the CIS Amazon Elastic Kubernetes Service benchmark. */
export function cisEks(...controls: string[]): Framework[] {
  return controls.map((control) => ({ name: "CIS Amazon EKS", version: "1.7.0", control }));
}

/** Controls of the CIS Google Kubernetes Engine benchmark. */
export function cisGke(...controls: string[]): Framework[] {
  return controls.map((control) => ({ name: "CIS GKE", version: "1.6.0", control }));
}

/** Controls of the CIS Azure Kubernetes Service benchmark. */
export function cisAks(...controls: string[]): Framework[] {
  return controls.map((control) => ({ name: "CIS AKS", version: "1.8", control }));
}
