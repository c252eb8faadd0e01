import assert from "node:assert/strict";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace";
import { Secret } from "@pulumi/kubernetes/core/v1/secret";
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../recorder/record";
import type { Manifest } from "./manifest";
import { recordedManifests } from "./recorded-manifests";

async function manifestsOf(program: () => unknown): Promise<Manifest[][]> {
  const { registrations, failures } = await record(program);
  assert.deepEqual(failures, []);
  return [...recordedManifests({ registrations }).values()];
}

describe("the manifests of a recorded program", () => {
  it("are those of each cluster's objects, and the namespaces that charts are given", async () => {
    const found = await manifestsOf(() => {
      const one = new Provider("one", { kubeconfig: "{}" });
      const two = new Provider("two", { kubeconfig: "{}" });
      new Namespace("mesh", { metadata: { name: "mesh" } }, { provider: one });
      new Release("probe", { chart: "probe", namespace: "probe", createNamespace: true }, { provider: one });
      new Release("agent", { chart: "agent", namespace: "kube-system" }, { provider: one });
      new Namespace("mesh-two", { metadata: { name: "mesh" } }, { provider: two });
    });
    const shown = found.map((manifests) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
    assert.deepEqual(shown, [["Namespace mesh", "Namespace probe"], ["Namespace mesh"]]);
  });

  it("hold what secrets hold, a name where the program leaves it to Pulumi, and a text for what is not known", async () => {
    const [manifests] = await manifestsOf(() => {
      const provider = new Provider("one", { kubeconfig: "{}" });
      const namespace = new Namespace("mesh", {}, { provider });
      new Secret(
        "keys",
        { metadata: { namespace: namespace.id }, stringData: { keys: pulumi.secret("hush") } },
        { provider },
      );
      new ConfigMap("made", { data: namespace.id.apply((id) => ({ id })) }, { provider });
    });
    // Those that wait for the namespace come in no order.
    const byKind = new Map(manifests?.map((manifest) => [manifest.kind, manifest]));
    assert.equal(manifests?.length, 3);
    assert.deepEqual(byKind.get("Namespace")?.metadata, { name: "mesh-unknown0" });
    assert.deepEqual(byKind.get("ConfigMap")?.data, {});
    assert.deepEqual(byKind.get("Secret"), {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "keys-unknown0", namespace: "unknown0" },
      stringData: { keys: "hush" },
    });
  });
});
