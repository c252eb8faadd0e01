import { readAgents } from "../../agents/read";
import type { Resource } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";
import { resource } from "./releases";

/** A cluster whose Kubernetes provider is told of it, and objects in it. `clusterType` is `undefined` for one of no cloud. */
export function inCluster(
  name: string,
  objects: Resource[],
  clusterType: string | undefined = "aws:eks/cluster:Cluster",
): Resource[] {
  const cluster = clusterType === undefined ? [] : [resource(clusterType, name)];
  const provider = resource("pulumi:providers:kubernetes", name, {
    propertyDependencies: { kubeconfig: cluster.map(({ urn }) => urn) },
  });
  return [
    ...cluster,
    provider,
    ...objects.map((object) => ({
      ...object,
      urn: object.urn.replace(/::([^:]*)$/, `::${name}-$1`),
      provider: provider.urn,
    })),
  ];
}

/** Objects of a cluster that nobody's cloud made. */
export function onPremises(name: string, objects: Resource[]): Resource[] {
  return inCluster(name, objects, "somebody:elses:Cluster");
}

/** An object as a program, a file or a chart makes it. */
export function object(apiVersion: string, kind: string, name: string, props: object): Resource {
  const group = apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`;
  return resource(`kubernetes:${group}:${kind}`, `kube-system/${name}`, {
    props: { apiVersion, kind, metadata: { name, namespace: "kube-system" }, ...props },
  });
}

export function configMap(name: string, data: unknown): Resource {
  return object("v1", "ConfigMap", name, { data });
}

/** A daemon set of one container, by the name that the agent gives it. */
export function daemonSet(
  name: string,
  container: string,
  env: unknown,
  image = `quay.io/x/${name}:v1.2.3`,
): Resource {
  return object("apps/v1", "DaemonSet", name, {
    spec: { template: { spec: { containers: [{ name: container, image, env }] } } },
  });
}

/** What is read of objects: the one agent, and ranges as `pods 10.0.0.0/8`. */
export function read(resources: Resource[]) {
  const { agents, ranges } = readAgents(new ResourceIndex(resources));
  return {
    agents,
    agent: agents[0],
    ranges: ranges.map(({ use, cidr }) => `${use} ${typeof cidr === "string" ? cidr : "unknown"}`),
  };
}
