import assert from "node:assert/strict";
import { agentDrivers } from "../../agents";
import type { Installation } from "../../agents/installation";
import { agentMetrics, withMetrics } from "../../monitoring/agent-metrics";

const installation = (values: Record<string, unknown>, name = "cilium"): Installation => ({
  releases: [{ name, chart: name, repository: "", version: "1.0.0", namespace: "kube-system", values }],
});
const valuesOf = (given: Installation) => given.releases[0]?.values;

describe("the metrics of agents", () => {
  it("are switched on beside the driver's values, of which none is changed", () => {
    assert.deepEqual(valuesOf(withMetrics(installation({ MTU: 1406 }), "cilium")), {
      MTU: 1406,
      prometheus: { enabled: true },
    });
    const own = { prometheus: { port: 9999, enabled: false } };
    assert.deepEqual(valuesOf(withMetrics(installation(own), "cilium")), own);
    assert.deepEqual(valuesOf(withMetrics(installation({ prometheus: { port: 9999 } }), "cilium")), {
      prometheus: { port: 9999, enabled: true },
    });
  });

  it("leave other releases, and agents that tell nothing, as they are", () => {
    assert.deepEqual(withMetrics(installation({}, "other"), "cilium"), installation({}, "other"));
    assert.deepEqual(withMetrics(installation({}), "weave"), installation({}));
  });

  it("are of a release that the agent's driver makes", () => {
    for (const { kind, charts } of agentDrivers()) {
      const metrics = agentMetrics(kind);
      if (metrics)
        assert.ok(
          charts.some(({ name }) => name === metrics.release),
          kind,
        );
    }
    assert.ok(agentMetrics("cilium"));
  });
});
