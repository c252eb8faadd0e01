import assert from "node:assert/strict";
import { flannelValues } from "../../../agents/flannel/values";
import type { Cloud } from "../../../network/spec/shape";
import { agentPlan } from "../agent-plan";
import { keyPaths } from "../cilium/chart-keys";
import { FLANNEL_KEYS } from "./chart-keys";

const CLOUDS: Cloud[] = ["aws", "gcp", "azure"];

describe("Flannel's values", () => {
  it("give the member's pod range, the backend by the encryption, and the underlay's MTU", () => {
    assert.deepEqual(flannelValues(agentPlan({ kind: "flannel" }), "aws"), {
      podCidr: "10.80.0.0/17",
      flannel: {
        backend: "wireguard",
        mtu: 1406,
        args: ["--ip-masq", "--kube-subnet-mgr"],
        healthz: { port: 8086 },
      },
      netpol: { enabled: false },
    });
  });

  it("put the plugin where GKE's nodes keep theirs", () => {
    assert.deepEqual(flannelValues(agentPlan({ encryption: "none" }), "gcp").flannel, {
      backend: "vxlan",
      mtu: 1406,
      args: ["--ip-masq", "--kube-subnet-mgr"],
      healthz: { port: 8086 },
      cniBinDir: "/home/kubernetes/bin",
    });
  });

  it("hold no key that the pinned chart does not have", () => {
    for (const cloud of CLOUDS)
      for (const path of keyPaths(flannelValues(agentPlan(), cloud)))
        assert.ok(FLANNEL_KEYS.includes(path), path);
  });

  it("refuse a site, which has no cluster", () => {
    assert.throws(() => flannelValues(agentPlan(), "site"), /cloud: site has no cluster of ours/);
  });
});
