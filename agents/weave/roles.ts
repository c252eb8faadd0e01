import type { input } from "@pulumi/kubernetes/types";
import type { Manifest } from "../installation";
import { weaveNamespace } from "./facts";

/** Name of all that Weave has in a cluster, and its label: what its own tools look for. */
export const NAME = "weave-net";
export const labels = { name: NAME };

const subjects = [{ kind: "ServiceAccount", name: NAME, namespace: weaveNamespace }];
const rbac = "rbac.authorization.k8s.io";
const read = ["get", "list", "watch"];

const serviceAccount = {
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: NAME, namespace: weaveNamespace, labels },
} as const satisfies input.core.v1.ServiceAccount;

const clusterRole = {
  apiVersion: `${rbac}/v1`,
  kind: "ClusterRole",
  metadata: { name: NAME, labels },
  rules: [
    { apiGroups: [""], resources: ["pods", "namespaces", "nodes"], verbs: read },
    { apiGroups: ["networking.k8s.io"], resources: ["networkpolicies"], verbs: read },
    // It says of its node that the network is there.
    { apiGroups: [""], resources: ["nodes/status"], verbs: ["patch", "update"] },
  ],
} satisfies input.rbac.v1.ClusterRole;

const clusterRoleBinding = {
  apiVersion: `${rbac}/v1`,
  kind: "ClusterRoleBinding",
  metadata: { name: NAME, labels },
  roleRef: { apiGroup: rbac, kind: "ClusterRole", name: NAME },
  subjects,
} satisfies input.rbac.v1.ClusterRoleBinding;

/** A ConfigMap of its own, where nodes note who of them is part of the network. */
const role = {
  apiVersion: `${rbac}/v1`,
  kind: "Role",
  metadata: { name: NAME, namespace: weaveNamespace, labels },
  rules: [
    { apiGroups: [""], resources: ["configmaps"], resourceNames: [NAME], verbs: ["get", "update"] },
    { apiGroups: [""], resources: ["configmaps"], verbs: ["create"] },
  ],
} satisfies input.rbac.v1.Role;

const roleBinding = {
  apiVersion: `${rbac}/v1`,
  kind: "RoleBinding",
  metadata: { name: NAME, namespace: weaveNamespace, labels },
  roleRef: { apiGroup: rbac, kind: "Role", name: NAME },
  subjects,
} satisfies input.rbac.v1.RoleBinding;

/** What Weave's daemon set runs as, and may do. */
export const weaveRoles: Manifest[] = [serviceAccount, clusterRole, clusterRoleBinding, role, roleBinding];
