import type { Manifest } from "../installation";
import { CLUSTER_SET_API } from "./export";

/** The zone of exported Services (KEP-1645). */
export const CLUSTER_SET_ZONE = "clusterset.local";

/**
 * CoreDNS's image. 1.13.1 (2025-10-08): what Kubernetes 1.35 installs; names of the cluster set are answered right from 1.12.2
 * ("Multi-Cluster Services API", Cilium docs 1.19).
 */
const IMAGE = "registry.k8s.io/coredns/coredns:v1.13.1";

const NAME = "cluster-set-dns";
const NAMESPACE = "kube-system";
const labels = { "app.kubernetes.io/name": NAME, "app.kubernetes.io/managed-by": "isthmus" };

/** `kubernetes` answers out of ServiceImports for the zones that it is told are several clusters' (CoreDNS plugin docs, 1.12). */
const COREFILE = `${CLUSTER_SET_ZONE}:1053 {
    errors
    health
    ready
    kubernetes ${CLUSTER_SET_ZONE} {
        multicluster ${CLUSTER_SET_ZONE}
    }
    prometheus :9153
    cache 30
    reload
    loadbalance
}
`;

/**
 * What answers for names of the cluster set, at an address that is planned, so that the cluster's own DNS can be told of it before
 * anything runs. A server of its own and not a part of the cluster's: each cloud brings another kind and version of that, and one is
 * no CoreDNS at all.
 */
export function clusterSetDns(address: string): Manifest[] {
  return [serviceAccount, clusterRole, clusterRoleBinding, configMap, deployment, service(address)];
}

const metadata = { name: NAME, namespace: NAMESPACE, labels };

const serviceAccount: Manifest = { apiVersion: "v1", kind: "ServiceAccount", metadata };

const clusterRole: Manifest = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: NAME, labels },
  rules: [
    { apiGroups: [""], resources: ["services", "namespaces", "pods"], verbs: ["list", "watch"] },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list", "watch"] },
    { apiGroups: [CLUSTER_SET_API.split("/")[0]], resources: ["serviceimports"], verbs: ["list", "watch"] },
  ],
};

const clusterRoleBinding: Manifest = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRoleBinding",
  metadata: { name: NAME, labels },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: NAME },
  subjects: [{ kind: "ServiceAccount", name: NAME, namespace: NAMESPACE }],
};

const configMap: Manifest = { apiVersion: "v1", kind: "ConfigMap", metadata, data: { Corefile: COREFILE } };

const ports = [
  { containerPort: 1053, name: "dns", protocol: "UDP" },
  { containerPort: 1053, name: "dns-tcp", protocol: "TCP" },
  { containerPort: 9153, name: "metrics", protocol: "TCP" },
];

const deployment: Manifest = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: NAME,
        priorityClassName: "system-cluster-critical",
        // Two on different nodes where there are as many.
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: "kubernetes.io/hostname",
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: labels },
          },
        ],
        securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
        containers: [
          {
            name: "coredns",
            image: IMAGE,
            args: ["-conf", "/etc/coredns/Corefile"],
            ports,
            resources: { requests: { cpu: "50m", memory: "70Mi" }, limits: { memory: "170Mi" } },
            livenessProbe: { httpGet: { path: "/health", port: 8080 }, failureThreshold: 5 },
            readinessProbe: { httpGet: { path: "/ready", port: 8181 } },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"] },
              readOnlyRootFilesystem: true,
            },
            volumeMounts: [{ name: "config", mountPath: "/etc/coredns", readOnly: true }],
          },
        ],
        volumes: [{ name: "config", configMap: { name: NAME } }],
      },
    },
  },
};

function service(clusterIP: string): Manifest {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: {
      clusterIP,
      selector: labels,
      ports: [
        { name: "dns", port: 53, targetPort: "dns", protocol: "UDP" },
        { name: "dns-tcp", port: 53, targetPort: "dns-tcp", protocol: "TCP" },
      ],
    },
  };
}
