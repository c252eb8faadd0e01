import type { input } from "@pulumi/kubernetes/types";
import { parseCidr } from "../../network/address/cidr";
import type { AgentPlan } from "../../network/plan/shape";
import type { Manifest } from "../installation";
import { weaveImages, weaveNamespace, weavePodMtu, weaveSecret } from "./facts";
import { labels, NAME } from "./roles";

type EnvVar = input.core.v1.EnvVar;
type Volume = input.core.v1.Volume & { name: string };

/** Fewest connections that a peer takes: Weave's own default. */
const LEAST_CONNECTIONS = 200;

/** Most nodes that a cluster of ours has. */
const MOST_NODES = 5000;

/**
 * Weave on every node: the objects and variables of the fork's manifest for Kubernetes 1.11 and later ("Integrating Kubernetes via the
 * Addon", rajch.github.io/weave, 2.9), images pinned.
 */
export function weaveDaemonSet(agent: AgentPlan): Manifest {
  const tag = `:${agent.version}`;
  const spec: input.apps.v1.DaemonSetSpec = {
    minReadySeconds: 5,
    selector: { matchLabels: labels },
    updateStrategy: { type: "RollingUpdate" },
    template: {
      metadata: { labels },
      spec: {
        hostNetwork: true,
        dnsPolicy: "ClusterFirstWithHostNet",
        priorityClassName: "system-node-critical",
        serviceAccountName: NAME,
        // Before anything else runs on a node.
        tolerations: [
          { effect: "NoSchedule", operator: "Exists" },
          { effect: "NoExecute", operator: "Exists" },
        ],
        initContainers: [
          {
            name: "weave-init",
            image: `${weaveImages.weave}${tag}`,
            command: ["/home/weave/init.sh"],
            securityContext: { privileged: true },
            volumeMounts: [
              { name: "cni-bin", mountPath: "/host/opt" },
              { name: "cni-bin2", mountPath: "/host/home" },
              { name: "cni-conf", mountPath: "/host/etc" },
              { name: "lib-modules", mountPath: "/lib/modules" },
              { name: "xtables-lock", mountPath: "/run/xtables.lock" },
            ],
          },
        ],
        containers: [
          {
            name: "weave",
            image: `${weaveImages.weave}${tag}`,
            command: ["/home/weave/launch.sh"],
            env: routerVariables(agent),
            readinessProbe: { httpGet: { host: "127.0.0.1", path: "/status", port: 6784 } },
            resources: { requests: { cpu: "50m" } },
            securityContext: { privileged: true },
            volumeMounts: [
              { name: "weavedb", mountPath: "/weavedb" },
              { name: "dbus", mountPath: "/host/var/lib/dbus", readOnly: true },
              { name: "cni-machine-id", mountPath: "/host/etc/machine-id", readOnly: true },
              { name: "xtables-lock", mountPath: "/run/xtables.lock" },
            ],
          },
          {
            name: "weave-npc",
            image: `${weaveImages.npc}${tag}`,
            env: [HOSTNAME],
            resources: { requests: { cpu: "50m" } },
            securityContext: { privileged: true },
            volumeMounts: [{ name: "xtables-lock", mountPath: "/run/xtables.lock" }],
          },
        ],
        volumes: VOLUMES,
      },
    },
  };
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: {
      name: NAME,
      namespace: weaveNamespace,
      labels,
      // Where nodes come after the agent there are none to wait for.
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec,
  };
}

const HOSTNAME = {
  name: "HOSTNAME",
  valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "spec.nodeName" } },
} satisfies EnvVar;

/** Peers are the cluster's own nodes, which Weave asks the API server for; so it needs no KUBE_PEERS and no IPALLOC_INIT. */
function routerVariables(agent: AgentPlan): EnvVar[] {
  const { name, key } = weaveSecret;
  return [
    HOSTNAME,
    { name: "INIT_CONTAINER", value: "true" },
    // Would tell its makers which version runs.
    { name: "CHECKPOINT_DISABLE", value: "1" },
    { name: "IPALLOC_RANGE", value: agent.pods },
    { name: "WEAVE_MTU", value: String(weavePodMtu(agent.mtu)) },
    { name: "CONN_LIMIT", value: String(connections(agent)) },
    // Pods see who calls them.
    { name: "NO_MASQ_LOCAL", value: "1" },
    ...(agent.encryption === "none"
      ? []
      : [{ name: "WEAVE_PASSWORD", valueFrom: { secretKeyRef: { name, key } } }]),
  ];
}

/** Every node has one with every other, so as many as there can be nodes. */
function connections({ pods, podsPerNodeMask }: AgentPlan): number {
  const parsed = parseCidr(pods);
  const nodes = "fault" in parsed ? 0 : 2 ** Math.max(0, podsPerNodeMask - parsed.prefix);
  return Math.max(LEAST_CONNECTIONS, Math.min(nodes, MOST_NODES));
}

const VOLUMES: Volume[] = [
  { name: "weavedb", hostPath: { path: "/var/lib/weave" } },
  { name: "cni-bin", hostPath: { path: "/opt" } },
  { name: "cni-bin2", hostPath: { path: "/home" } },
  { name: "cni-conf", hostPath: { path: "/etc" } },
  { name: "cni-machine-id", hostPath: { path: "/etc/machine-id" } },
  { name: "dbus", hostPath: { path: "/var/lib/dbus" } },
  { name: "lib-modules", hostPath: { path: "/lib/modules" } },
  { name: "xtables-lock", hostPath: { path: "/run/xtables.lock", type: "FileOrCreate" } },
];
