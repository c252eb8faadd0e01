import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { controlPlaneLogsRule as rule } from "../../../policies/encryption/control-plane-logs";
import { AKS, EKS, GKE, type Single, said } from "../single";

const sent = (...categories: string[]) => categories.map((category) => ({ category, enabled: true }));

/** An AKS cluster with a diagnostic setting. */
function amsterdam(logs: unknown, resourceUri: unknown = UNKNOWN): Record<string, Single> {
  return {
    amsterdam: { type: AKS },
    logs: {
      type: "azure-native:monitor:DiagnosticSetting",
      props: { resourceUri, logs },
      refs: { resourceUri: "amsterdam" },
    },
  };
}

describe("encryption-control-plane-logs", () => {
  it("passes clusters that log what their API server is asked", () => {
    const sound = {
      dublin: { type: EKS, props: { enabledClusterLogTypes: ["audit", "api", "authenticator"] } },
      frankfurt: {
        type: GKE,
        props: { loggingConfig: { enableComponents: ["SYSTEM_COMPONENTS", "APISERVER"] } },
      },
      ...amsterdam(sent("kube-apiserver", "kube-audit-admin")),
    };
    assert.deepEqual(said(rule, sound), []);
    assert.deepEqual(said(rule, amsterdam([{ categoryGroup: "allLogs", enabled: true }])), []);
  });

  it("names clusters that log nothing, which is every cloud's default, or not enough", () => {
    const bare = said(rule, { dublin: { type: EKS }, frankfurt: { type: GKE }, amsterdam: { type: AKS } });
    assert.deepEqual(
      bare.map((line) => line.split(":")[0]),
      ["dublin", "frankfurt", "amsterdam"],
    );
    const none = { frankfurt: { type: GKE, props: { loggingService: "none", loggingConfig: UNKNOWN } } };
    assert.match(said(rule, none)[0] ?? "", /add `APISERVER`/);
    assert.equal(said(rule, { dublin: { type: EKS, props: { enabledClusterLogTypes: ["api"] } } }).length, 1);
    assert.equal(said(rule, amsterdam(sent("kube-apiserver"))).length, 1);
    assert.equal(said(rule, amsterdam([{ categoryGroup: "allLogs", enabled: false }])).length, 1);
  });

  it("does not pass what is not known", () => {
    const unknown = [
      { dublin: { type: EKS, props: { enabledClusterLogTypes: UNKNOWN } } },
      { frankfurt: { type: GKE, props: { loggingConfig: UNKNOWN } } },
      amsterdam(UNKNOWN),
      amsterdam([{ category: UNKNOWN, enabled: true }]),
    ];
    for (const parts of unknown) assert.match(said(rule, parts)[0] ?? "", /is not known/);
  });
});
