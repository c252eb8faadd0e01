import { existsSync } from "node:fs";
import { join } from "node:path";
import { onPath } from "../go/on-path";
import { built, cachedFile, type GoTool } from "../go/tool";
import { definitions, definitionsCached } from "./crds/definitions";
import { charts, chartsCached } from "./helm/charts";
import { HELM } from "./helm/template";

/** The Kubernetes API server, as Kubernetes releases it. */
export const KUBE_APISERVER: GoTool = {
  name: "kube-apiserver",
  module: join(__dirname, "control-plane"),
  main: "k8s.io/kubernetes/cmd/kube-apiserver",
  versionOf: "k8s.io/kubernetes",
  versionVariable: "k8s.io/component-base/version.gitVersion",
};

/** What the API server keeps its objects in. */
export const ETCD: GoTool = {
  name: "etcd",
  module: join(__dirname, "control-plane"),
  main: "go.etcd.io/etcd/server/v3",
  versionOf: "go.etcd.io/etcd/server/v3",
};

/** Where a control plane comes from: an earlier build, or a build to be made now. */
export type ControlPlaneSource = "cached" | "go";

/** Where a control plane would come from on this machine; undefined where there is no way to have one. */
export function controlPlaneSource(): ControlPlaneSource | undefined {
  const programs = [KUBE_APISERVER, HELM, ...(onPath("etcd") === undefined ? [ETCD] : [])];
  const files = definitionsCached() && chartsCached();
  if (files && programs.every((tool) => existsSync(cachedFile(tool)))) return "cached";
  return onPath("go") === undefined ? undefined : "go";
}

/** Files of a control plane's programs. */
export interface ControlPlane {
  apiServer: string;
  etcd: string;
  helm: string;
}

/**
 * The programs, built first where the cache lacks them (minutes, once), an etcd on the PATH taken as it is; and with them the
 * definitions of custom resources, Helm and the charts.
 *
 * @throws Error when Go is absent, modules can't be had, or a build fails.
 */
export async function controlPlane(): Promise<ControlPlane> {
  const apiServer = await built(KUBE_APISERVER);
  const etcd = onPath("etcd") ?? (await built(ETCD));
  const helm = await built(HELM);
  await Promise.all([definitions(), charts()]);
  return { apiServer, etcd, helm };
}
