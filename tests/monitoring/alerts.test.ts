import assert from "node:assert/strict";
import { alerts } from "../../monitoring/alerts";
import { ruleGroups } from "../../monitoring/manifests";
import { promtool, promtoolSuite } from "./promtool";
import { ALONE, DUBLIN, SILENT } from "./subjects";

/** Samples of an hour, one every ten seconds. */
const HOUR = 360;
const always = (value: number) => `${value}x${HOUR}`;
/** `good` until a number of seconds before the hour is over. */
const lately = (good: number, bad: number, secondsAgo: number) =>
  `${good}x${HOUR - secondsAgo / 10 - 1} ${bad}x${secondsAgo / 10}`;
/** One more in each so many samples. */
const lossy = (each: number) =>
  Array.from({ length: HOUR + 1 }, (_, index) => (index % each === 0 ? 0 : 1)).join(" ");
const rising = (perSecond: number) => `0+${perSecond * 10}x${HOUR}`;

const probe = (metric: string, to: string, instance: string) =>
  `${metric}{job="isthmus-probe", from="dublin", to="${to}", instance="${instance}"}`;
const [AMSTERDAM, FRANKFURT, OTHER] = ["10.0.1.1:2379", "10.0.2.1:2379", "10.0.2.2:2379"] as const;
const reached = {
  amsterdam: probe("probe_success", "amsterdam", AMSTERDAM),
  frankfurt: probe("probe_success", "frankfurt", FRANKFURT),
  other: probe("probe_success", "frankfurt", OTHER),
};
const took = {
  amsterdam: probe("probe_duration_seconds", "amsterdam", AMSTERDAM),
  frankfurt: probe("probe_duration_seconds", "frankfurt", FRANKFURT),
  other: probe("probe_duration_seconds", "frankfurt", OTHER),
};
const agent = (name: string, labels = "") =>
  `${name}{job="isthmus-monitoring/network-agent", instance="node-1:9962"${labels}}`;
const UP = agent("up");
const ready = (cluster: string) =>
  agent("cilium_clustermesh_remote_cluster_readiness_status", `, target_cluster="${cluster}"`);
const drops = (reason: string) =>
  agent("cilium_drop_count_total", `, reason="${reason}", direction="EGRESS"`);
const CLUSTERS = agent("cilium_clustermesh_remote_clusters");
const NODES = agent("cilium_unreachable_nodes");
const ENDPOINTS = agent("cilium_unreachable_health_endpoints");
const XFRM = agent("cilium_ipsec_xfrm_error", ', error="no_state", type="inbound"');

type Series = Record<string, string | undefined>;

/** Everything as it should be. */
const HEALTHY: Series = {
  [reached.amsterdam]: always(1),
  [reached.frankfurt]: always(1),
  [reached.other]: always(1),
  [took.amsterdam]: always(0.0165),
  [took.frankfurt]: always(0.024),
  [took.other]: always(0.025),
  [UP]: always(1),
  [ready("amsterdam")]: always(1),
  [ready("frankfurt")]: always(1),
  [CLUSTERS]: always(2),
  [NODES]: always(0),
  [ENDPOINTS]: always(0),
  [drops("Policy denied")]: rising(100),
  [drops("Policy denied by denylist")]: rising(100),
  [drops("Unsupported L3 protocol")]: rising(100),
  [drops("Stale or unroutable IP")]: rising(1),
  [XFRM]: always(3),
};

/** Everything as it should be but for what is given; `undefined`: nobody tells it. */
function but(changes: Series): Series {
  return { ...HEALTHY, ...changes };
}

function testFile(series: Series, fires: string[]) {
  return {
    rule_files: ["rules.yaml"],
    evaluation_interval: "10s",
    tests: [
      {
        interval: "10s",
        input_series: Object.entries(series).flatMap(([name, values]) =>
          values === undefined ? [] : [{ series: name, values }],
        ),
        promql_expr_test: [
          {
            expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
            eval_time: "59m",
            exp_samples: fires.map((name) => ({ labels: `{alertname="${name}"}`, value: 1 })),
          },
        ],
      },
    ],
  };
}

/** Exactly those alerts fire at the end of an hour, each once. */
function fires(series: Series, expected: string[], subject = DUBLIN): void {
  const { code, said } = promtool(["test", "rules", "test.yaml"], {
    "rules.yaml": { groups: ruleGroups(subject) },
    "test.yaml": testFile(series, expected),
  });
  assert.equal(code, 0, said);
}

/** By alert: what it is there for, and what it must leave alone. */
const CASES: Record<string, { bad: Series[]; good: Series[]; along?: string[] }> = {
  MeshPathDown: {
    bad: [but({ [reached.amsterdam]: lately(1, 0, 300) })],
    good: [
      // Lost for a minute, an hour ago, or at one target of two.
      but({ [reached.amsterdam]: lately(1, 0, 120) }),
      but({ [reached.amsterdam]: `0x60 1x${HOUR - 61}` }),
    ],
  },
  MeshProbeMissing: {
    bad: [but({ [reached.amsterdam]: undefined, [took.amsterdam]: undefined })],
    good: [but({ [reached.amsterdam]: lately(0, 1, 600) })],
  },
  MeshProbeTargetDown: {
    bad: [but({ [reached.other]: always(0), [took.other]: always(0.9) })],
    good: [but({ [reached.other]: lately(1, 0, 300) })],
  },
  MeshRoundTripOverBudget: {
    bad: [but({ [took.frankfurt]: always(0.07), [took.other]: always(0.08) })],
    good: [
      but({ [took.frankfurt]: always(0.07) }),
      // No tier promises anything there, and what is slow for a moment is not slow.
      but({ [took.frankfurt]: lately(0.024, 0.2, 240), [took.other]: lately(0.024, 0.2, 240) }),
    ],
    along: ["MeshRoundTripAboveEstimate"],
  },
  MeshRoundTripAboveEstimate: {
    bad: [but({ [took.amsterdam]: always(0.2) })],
    good: [but({ [took.amsterdam]: always(0.0233) }), but({ [took.amsterdam]: lately(0.0165, 0.2, 900) })],
  },
  MeshPacketLoss: {
    bad: [but({ [reached.amsterdam]: lossy(20) })],
    good: [
      but({ [reached.amsterdam]: lossy(90) }),
      but({ [reached.other]: lossy(20) }),
      but({ [reached.amsterdam]: `1x200 0x60 1x${HOUR - 262}` }),
    ],
  },
  MeshAgentUnseen: {
    bad: [but({ [UP]: always(0) }), but({ [UP]: undefined })],
    good: [but({ [UP]: lately(1, 0, 300) })],
  },
  MeshRemoteClusterNotReady: {
    bad: [but({ [ready("amsterdam")]: always(0) })],
    good: [but({ [ready("amsterdam")]: lately(1, 0, 180) })],
  },
  MeshRemoteClusterMissing: {
    bad: [but({ [CLUSTERS]: always(1) })],
    good: [but({ [CLUSTERS]: always(3) }), but({ [CLUSTERS]: undefined })],
  },
  MeshNodesUnreachable: {
    bad: [but({ [NODES]: always(1) })],
    good: [but({ [NODES]: lately(0, 1, 300) })],
  },
  MeshPodNetworkUnreachable: {
    bad: [but({ [ENDPOINTS]: always(2) })],
    good: [but({ [ENDPOINTS]: lately(0, 2, 300) })],
  },
  MeshAgentDrops: {
    bad: [but({ [drops("Stale or unroutable IP")]: rising(20) })],
    good: [but({ [drops("Stale or unroutable IP")]: rising(9) })],
  },
  MeshIpsecErrors: {
    bad: [but({ [XFRM]: rising(1) })],
    good: [but({ [XFRM]: always(1000) })],
  },
};

promtoolSuite("the alerts, by Prometheus' own tool", () => {
  it("are rules that Prometheus takes, as are the recorded series, for every kind of cluster", () => {
    for (const subject of [DUBLIN, ALONE, SILENT]) {
      const { code, said } = promtool(["check", "rules", "rules.yaml"], {
        "rules.yaml": { groups: ruleGroups(subject) },
      });
      assert.equal(code, 0, said);
    }
  });

  it("are silent where all is well", () => {
    fires(HEALTHY, []);
  });

  for (const [name, { bad, good, along = [] }] of Object.entries(CASES)) {
    it(`${name} fires for what it is there for`, () => {
      for (const series of bad) fires(series, [name, ...along].sort());
    });

    it(`${name} is silent where nothing of the kind is wrong`, () => {
      for (const series of good) {
        const { code, said } = promtool(["test", "rules", "test.yaml"], {
          "rules.yaml": { groups: ruleGroups(DUBLIN) },
          "test.yaml": silentTest(series, name),
        });
        assert.equal(code, 0, said);
      }
    });
  }

  it("say who, how much and what was promised", () => {
    const series = but({ [took.frankfurt]: always(0.07), [took.other]: always(0.08) });
    const { code, said } = promtool(["test", "rules", "test.yaml"], {
      "rules.yaml": { groups: ruleGroups(DUBLIN) },
      "test.yaml": {
        ...testFile(series, []),
        tests: [
          {
            ...testFile(series, []).tests[0],
            promql_expr_test: [],
            alert_rule_test: [
              {
                eval_time: "59m",
                alertname: "MeshRoundTripOverBudget",
                exp_alerts: [
                  {
                    exp_labels: { from: "dublin", to: "frankfurt", tier: "gold", severity: "warning" },
                    exp_annotations: {
                      summary: "dublin to frankfurt takes longer than tier gold promises",
                      description: "The median round trip is 70ms.",
                      runbook_url: "docs/runbooks/MeshRoundTripOverBudget.md",
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    assert.equal(code, 0, said);
  });

  it("record what the plan says beside what is measured", () => {
    const { code, said } = promtool(["test", "rules", "test.yaml"], {
      "rules.yaml": { groups: ruleGroups(DUBLIN) },
      "test.yaml": {
        ...testFile(HEALTHY, []),
        tests: [
          {
            ...testFile(but({ [reached.other]: always(0), [took.other]: always(0.001) }), []).tests[0],
            promql_expr_test: [
              [
                "mesh:rtt_budget_seconds",
                'mesh:rtt_budget_seconds{from="dublin", to="frankfurt", tier="gold"}',
                0.06,
              ],
              [
                'mesh:rtt_estimate_seconds{to="amsterdam"}',
                'mesh:rtt_estimate_seconds{from="dublin", to="amsterdam"}',
                0.0165,
              ],
              // A probe that failed says nothing of the round trip.
              ['mesh:rtt_seconds{to="frankfurt"}', 'mesh:rtt_seconds{from="dublin", to="frankfurt"}', 0.024],
              ['mesh:loss:ratio_15m{to="frankfurt"}', '{from="dublin", to="frankfurt"}', 0],
            ].map(([expr, labels, value]) => ({
              expr,
              eval_time: "59m",
              exp_samples: [
                { labels: String(labels).startsWith("{") ? `mesh:loss:ratio_15m${labels}` : labels, value },
              ],
            })),
          },
        ],
      },
    });
    assert.equal(code, 0, said);
  });
});

function silentTest(series: Series, name: string) {
  const file = testFile(series, []);
  return {
    ...file,
    tests: file.tests.map((test) => ({
      ...test,
      promql_expr_test: [
        { expr: `ALERTS{alertname="${name}", alertstate="firing"}`, eval_time: "59m", exp_samples: [] },
      ],
    })),
  };
}

describe("the alerts of a cluster", () => {
  it("are those that have a case here, each once", () => {
    assert.deepEqual(
      alerts(DUBLIN)
        .map(({ alert }) => alert)
        .sort(),
      Object.keys(CASES).sort(),
    );
  });

  it("ask for no series that nobody tells there", () => {
    assert.deepEqual(
      alerts(ALONE).map(({ alert }) => alert),
      ["MeshAgentUnseen", "MeshNodesUnreachable", "MeshPodNetworkUnreachable", "MeshAgentDrops"],
    );
    assert.ok(alerts(SILENT).every(({ expr }) => !/cilium|up\{/.test(expr)));
    const unpromised = { ...DUBLIN, probes: DUBLIN.probes.slice(0, 1) };
    assert.ok(!alerts(unpromised).some(({ alert }) => alert === "MeshRoundTripOverBudget"));
  });

  it("link to their page, where the team reads it", () => {
    const there = { ...DUBLIN, runbooks: "https://git.example.com/mesh/runbooks" };
    for (const { alert, annotations } of alerts(there))
      assert.equal(annotations.runbook_url, `https://git.example.com/mesh/runbooks/${alert}.md`);
  });
});
