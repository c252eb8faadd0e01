import assert from "node:assert/strict";
import { ciliumServiceExport } from "../../../agents/cilium/service-export";
import { ciliumValues } from "../../../agents/cilium/values";
import { agentPlan } from "../agent-plan";

const payments = { name: "payments", namespace: "shop" };

describe("a Service that Cilium exports", () => {
  it("is answered by every exporting cluster's pods where any may", () => {
    assert.deepEqual(ciliumServiceExport({ ...payments, affinity: "any" }), {
      apiVersion: "multicluster.x-k8s.io/v1alpha1",
      kind: "ServiceExport",
      metadata: payments,
    });
  });

  it("prefers the own cluster's pods where it is local", () => {
    assert.deepEqual(ciliumServiceExport({ ...payments, affinity: "local" }).spec, {
      exportedAnnotations: { "service.cilium.io/affinity": "local" },
    });
  });

  it("switches the API on in the chart, and nothing of the chart's hooks", () => {
    const mesh = (changes: Parameters<typeof agentPlan>[0]) =>
      ciliumValues(agentPlan(changes), "aws").clustermesh as Record<string, unknown>;
    assert.deepEqual(mesh({ sharesServices: true }).mcsapi, { enabled: true });
    assert.ok(!("mcsapi" in mesh({})));
  });
});
