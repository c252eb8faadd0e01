import assert from "node:assert/strict";
import { testClouds } from "./client";
import { objectsIn } from "./journal";
import { serverOf, writeUnreachable } from "./unreachable";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const SECRET = "kubernetes:core/v1:Secret";
const AGENT = { name: "cilium", namespace: "kube-system", chart: "cilium", values: {} };

function kubeconfig(server: string): string {
  return JSON.stringify({ apiVersion: "v1", clusters: [{ name: "one", cluster: { server } }] });
}

describe("an API server that cannot be reached", () => {
  const clouds = testClouds();

  it("fails all that its own provider is asked, and nothing of another's", async () => {
    const one = await clouds.provider("kubernetes", { kubeconfig: kubeconfig("https://one.example:443") });
    const two = await clouds.provider("kubernetes", { kubeconfig: kubeconfig("https://two.example") });
    const made = await one.make(RELEASE, "one-agent", AGENT);
    const secret = await one.make(SECRET, "one-keys", { metadata: { name: "keys" } });
    writeUnreachable(clouds.directory(), ["one.example"]);

    await assert.rejects(
      one.check(RELEASE, "one-agent", AGENT),
      /can't use Helm Release with unreachable cluster/,
    );
    await assert.rejects(
      one.read(RELEASE, "one-agent", made.id),
      /failed to read resource state due to unreachable/,
    );
    await assert.rejects(
      one.remove(SECRET, "one-keys", secret.id),
      /configured Kubernetes cluster is unreachable/,
    );
    await assert.rejects(one.diff(SECRET, secret.id, {}, {}), /configured Kubernetes cluster is unreachable/);
    await two.make(RELEASE, "two-agent", AGENT);
    assert.deepEqual(
      objectsIn(clouds.directory()).map(({ name, place }) => [name, place]),
      [
        ["one-agent", "https://one.example:443"],
        ["one-keys", "https://one.example:443"],
        ["two-agent", "https://two.example"],
      ],
    );
  });

  it("can be reached again", async () => {
    const one = await clouds.provider("kubernetes", { kubeconfig: kubeconfig("https://one.example") });
    writeUnreachable(clouds.directory(), ["https://one.example"]);
    await assert.rejects(one.make(RELEASE, "agent", AGENT));
    writeUnreachable(clouds.directory(), []);
    await one.make(RELEASE, "agent", AGENT);
  });

  it("is found in a kubeconfig of YAML as in one of JSON", () => {
    assert.equal(
      serverOf("clusters:\n  - cluster: { server: https://one.example }\n"),
      "https://one.example",
    );
    assert.equal(serverOf(kubeconfig("https://two.example")), "https://two.example");
    assert.equal(serverOf("~/.kube/config"), undefined);
  });
});
