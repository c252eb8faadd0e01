import type { Resource } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";

const URN = "urn:pulumi:dev::isthmus::";

/** A resource of some program, nothing known of it but what is given. */
export function resource(type: string, name: string, rest: Partial<Resource> = {}): Resource {
  return {
    urn: `${URN}${type}::${name}`,
    type,
    name,
    custom: true,
    props: {},
    dependencies: [],
    propertyDependencies: {},
    ...rest,
  };
}

/** A release of `chart` in a cluster of `clusterType`, joined as a program would: by the provider's kubeconfig. */
export function released(
  chart: unknown,
  values: unknown,
  { props = {}, clusterType = "aws:eks/cluster:Cluster", type = "kubernetes:helm.sh/v3:Release" } = {},
): { index: ResourceIndex; cluster: Resource; release: Resource } {
  const cluster = resource(clusterType, "dublin");
  const provider = resource("pulumi:providers:kubernetes", "dublin", {
    propertyDependencies: { kubeconfig: [cluster.urn] },
  });
  const release = resource(type, "agent", {
    provider: provider.urn,
    props: { chart, version: "1.19.6", values, ...props },
  });
  return { index: new ResourceIndex([cluster, provider, release]), cluster, release };
}
