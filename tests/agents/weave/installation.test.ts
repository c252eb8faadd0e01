import assert from "node:assert/strict";
import { weaveInstallation } from "../../../agents/weave/installation";
import { weavePassword } from "../../../agents/weave/password";
import type { AgentPlan } from "../../../network/plan/shape";
import { agentPlan } from "../agent-plan";

interface Container {
  name: string;
  image: string;
  env?: { name: string; value?: string; valueFrom?: unknown }[];
}

function installed(changes: Partial<AgentPlan> = {}) {
  const agent = agentPlan({ kind: "weave", version: "2.9.0", encryption: "ipsec", mesh: [], ...changes });
  const { manifests = [], secrets = [], releases } = weaveInstallation(agent);
  const daemons = manifests.find(({ kind }) => kind === "DaemonSet");
  assert.ok(daemons);
  const { template } = daemons.spec as {
    template: { spec: { containers: Container[]; initContainers: Container[] } };
  };
  const { containers, initContainers } = template.spec;
  const env = containers.find(({ name }) => name === "weave")?.env ?? [];
  return {
    manifests,
    secrets,
    releases,
    containers,
    initContainers,
    env,
    value: (name: string) => env.find((one) => one.name === name)?.value,
  };
}

describe("Weave's installation", () => {
  it("is an account, what it may do, and a daemon set, with no chart", () => {
    const { manifests, releases } = installed();
    assert.deepEqual(releases, []);
    assert.deepEqual(
      manifests.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? "-"}/${metadata.name}`),
      [
        "ServiceAccount kube-system/weave-net",
        "ClusterRole -/weave-net",
        "ClusterRoleBinding -/weave-net",
        "Role kube-system/weave-net",
        "RoleBinding kube-system/weave-net",
        "DaemonSet kube-system/weave-net",
      ],
    );
  });

  it("pins every image of the maintained fork", () => {
    const { containers, initContainers } = installed({ version: "2.9.1" });
    assert.deepEqual(
      [...initContainers, ...containers].map(({ image }) => image),
      [
        "docker.io/rajchaudhuri/weave-kube:2.9.1",
        "docker.io/rajchaudhuri/weave-kube:2.9.1",
        "docker.io/rajchaudhuri/weave-npc:2.9.1",
      ],
    );
  });

  it("gives out the member's pod range, with packets that fit its paths", () => {
    const { value } = installed({ mtu: 1406 });
    assert.equal(value("IPALLOC_RANGE"), "10.80.0.0/17");
    assert.equal(value("WEAVE_MTU"), "1320");
    assert.equal(value("KUBE_PEERS"), undefined);
  });

  it("lets a node have a connection with every other", () => {
    const limit = (pods: string) => installed({ pods }).value("CONN_LIMIT");
    assert.equal(limit("10.80.0.0/17"), "200");
    assert.equal(limit("10.80.0.0/14"), "1024");
    assert.equal(limit("10.0.0.0/8"), "5000");
  });

  it("is encrypted by a password out of a Secret, never in clear, and has none without encryption", () => {
    const { env, secrets } = installed();
    assert.deepEqual(env.find(({ name }) => name === "WEAVE_PASSWORD")?.valueFrom, {
      secretKeyRef: { name: "weave-net", key: "network-password" },
    });
    const [secret] = secrets;
    assert.deepEqual(
      [secret?.name, secret?.namespace, secret?.key],
      ["weave-net", "kube-system", "network-password"],
    );
    assert.equal(secret?.content("source"), weavePassword("source"));
    const clear = installed({ encryption: "none" });
    assert.deepEqual(clear.secrets, []);
    assert.ok(clear.env.every(({ name }) => name !== "WEAVE_PASSWORD"));
  });
});
