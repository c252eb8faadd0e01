import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";

const root = join(__dirname, "../..");
const components = [
  "AksCluster",
  "EksCluster",
  "GkeCluster",
  "Link",
  "Mesh",
  "MeshLink",
  "MeshMember",
  "MeshMonitor",
  "NetworkAgent",
];

describe("the components as a Pulumi package", () => {
  it("have arguments that Pulumi's schema analyser takes, and show users nothing but their outputs", function () {
    this.timeout(120_000);
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const analyzed = new Analyzer(root, "isthmus", manifest, new Set(components)).analyze();
    assert.deepEqual(Object.keys(analyzed.components).sort(), components);
    const outputs = (name: string) => Object.keys(analyzed.components[name]?.outputs ?? {}).sort();
    assert.deepEqual(outputs("Mesh"), ["members", "ranges", "sites"]);
    assert.deepEqual(outputs("Link"), ["linkName", "mtu", "outside", "site"]);
    assert.deepEqual(outputs("MeshMonitor"), ["grafanaPassword", "namespace"]);
    for (const cluster of ["AksCluster", "EksCluster", "GkeCluster"]) {
      for (const output of ["kubeconfig", "clusterName", "endpoint", "nodesRange", "podsRange", "gateway"]) {
        assert.ok(outputs(cluster).includes(output), `${cluster}.${output}`);
      }
    }
    const { members, lock } = analyzed.components.Mesh?.inputs ?? {};
    assert.equal(members?.optional, undefined);
    assert.equal(lock?.optional, true);
  });
});
