import assert from "node:assert/strict";
import { readPolicies } from "../../agents/policies";
import { type Resource, UNKNOWN } from "../../network/model/resource";
import { ResourceIndex } from "../../network/model/resource-index";

const PROVIDER = "urn:pulumi:dev::mesh::pulumi:providers:kubernetes::dublin-kubernetes";

function resource(type: string, name: string, more: Partial<Resource> = {}): Resource {
  const urn = `urn:pulumi:dev::mesh::${type}::${name}`;
  return { urn, type, name, props: {}, custom: true, dependencies: [], propertyDependencies: {}, ...more };
}

function facts(...resources: Resource[]) {
  return readPolicies(new ResourceIndex(resources), []).map(({ cluster, allPods, ingress }) => ({
    cluster: cluster?.split("::").at(-1),
    allPods,
    ingress,
  }));
}

const CLUSTERWIDE = "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy";
const spec = { endpointSelector: {}, ingress: [{}] };

describe("reading network policies", () => {
  it("finds the cluster behind the provider", () => {
    const cluster = resource("aws:eks/cluster:Cluster", "dublin");
    const provider = resource("pulumi:providers:kubernetes", "dublin-kubernetes", {
      dependencies: [cluster.urn],
    });
    const policy = resource(CLUSTERWIDE, "shut", { props: { spec }, provider: PROVIDER });
    assert.deepEqual(facts(cluster, provider, policy), [
      { cluster: "dublin", allPods: true, ingress: [{ ports: [] }] },
    ]);
  });

  it("takes one of a namespace for none of most pods, whatever it says", () => {
    for (const type of [
      "kubernetes:networking.k8s.io/v1:NetworkPolicy",
      "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
    ]) {
      assert.deepEqual(facts(resource(type, "shut", { props: { spec } })), [
        { cluster: undefined, allPods: false, ingress: [] },
      ]);
    }
  });

  it("knows one that is shown as empty by what our component above it says, and no other", () => {
    const admits = [{ from: "tokyo", ports: ["443/tcp"] }];
    const type = "isthmus:index:EksCluster";
    const shown = (props: Resource["props"]) => {
      const component = resource(type, "dublin", { props, custom: false });
      return facts(component, resource(CLUSTERWIDE, "dublin-isolation", { parent: component.urn }))[0];
    };
    const unknown = { cluster: undefined, allPods: UNKNOWN, ingress: UNKNOWN };
    const known = shown({ isolation: "strict", admits });
    assert.equal(known?.allPods, true);
    assert.deepEqual(known?.ingress, [
      { allBut: ["dublin", "tokyo"], ports: [], deny: true },
      { clusters: ["tokyo"], ports: ["1-442/tcp", "444-65535/tcp", "1-65535/udp"], deny: true },
    ]);
    for (const props of [{}, { isolation: "open", admits }, { isolation: "strict", admits: UNKNOWN }])
      assert.deepEqual(shown(props), unknown);
    assert.deepEqual(facts(resource(CLUSTERWIDE, "foreign")), [unknown]);
  });

  it("passes over what is no policy", () => {
    assert.deepEqual(facts(resource("kubernetes:cilium.io/v2:CiliumNode", "node")), []);
  });
});
