import assert from "node:assert/strict";
import { alerts } from "../../monitoring/alerts";
import { dashboards } from "../../monitoring/dashboards";
import type { Dashboard } from "../../monitoring/dashboards/panel";
import { metricsOf, RECORDED_METRICS } from "../../monitoring/metrics";
import { recordings } from "../../monitoring/recordings";
import type { Subject } from "../../monitoring/subject";
import { ALONE, DUBLIN, SILENT } from "./subjects";

/** What Prometheus gives every series itself. */
const ALWAYS = ["job", "instance"];

/** As much of the parser as is used here. */
interface Parser {
  parse(text: string): {
    iterate(visitor: {
      enter(node: { name: string; from: number; to: number; type: { isError: boolean } }): void;
    }): void;
  };
}

/** A series that an expression speaks of, and the labels that it is chosen by. */
interface Selected {
  name: string;
  labels: string[];
}

describe("every expression of an alert, a recording and a dashboard", () => {
  let parser: Parser;
  before(async () => {
    ({ parser } = await import("@prometheus-io/lezer-promql"));
  });

  it("speaks of series that something which is installed tells, by labels that they have", () => {
    for (const subject of [DUBLIN, ALONE, SILENT]) {
      const expressions = expressionsOf(subject);
      assert.ok(expressions.length > 20, `${expressions.length} were found`);
      for (const expression of expressions)
        assert.deepEqual(strangers(expression, subject), [], `${subject.agent.kind}: ${expression}`);
    }
  });

  it("would be found out if it did not", () => {
    assert.deepEqual(strangers("rate(cilium_wireguard_errors_total[5m]) > 0", DUBLIN), [
      "cilium_wireguard_errors_total",
    ]);
    assert.deepEqual(strangers('probe_success{member="dublin"} == 0', DUBLIN), ["probe_success{member}"]);
    assert.deepEqual(strangers("cilium_unreachable_nodes > 0", SILENT), ["cilium_unreachable_nodes"]);
    assert.throws(() => strangers("mesh:reached ==", DUBLIN), /is no PromQL/);
  });

  it("uses every recorded series, which are those of the table", () => {
    const recorded = new Set(recordings(DUBLIN).map(({ record }) => record));
    assert.deepEqual([...recorded].sort(), RECORDED_METRICS.map(({ name }) => name).sort());
    const used = new Set(
      expressionsOf(DUBLIN).flatMap((expression) => selected(expression).map(({ name }) => name)),
    );
    assert.deepEqual(
      [...recorded].filter((record) => !used.has(record)),
      [],
    );
  });

  it("of an alert speaks of what is recorded in the same cluster", () => {
    for (const subject of [DUBLIN, ALONE, SILENT, { ...DUBLIN, probes: DUBLIN.probes.slice(0, 1) }]) {
      const recorded = new Set(recordings(subject).map(({ record }) => record));
      for (const { alert, expr } of alerts(subject))
        for (const { name } of selected(expr))
          assert.ok(!name.startsWith("mesh:") || recorded.has(name), `${alert}: ${name}`);
    }
  });

  it("has a source for each series, by its date", () => {
    for (const { name, source } of metricsOf(DUBLIN)) assert.match(source, /, 20\d\d|recorded here/, name);
  });

  /** Series that nobody tells, and labels that they do not have. */
  function strangers(expression: string, subject: Subject): string[] {
    const known = new Map<string, string[]>();
    for (const { name, labels } of metricsOf(subject))
      known.set(name, [...(known.get(name) ?? []), ...labels, ...ALWAYS]);
    return selected(expression).flatMap(({ name, labels }) => {
      const has = known.get(name);
      if (!has) return [name];
      return labels.filter((label) => !has.includes(label)).map((label) => `${name}{${label}}`);
    });
  }

  function selected(expression: string): Selected[] {
    const found: Selected[] = [];
    parser.parse(expression).iterate({
      enter: ({ name, from, to, type }) => {
        const text = expression.slice(from, to);
        if (type.isError) throw new Error(`${expression} is no PromQL, at ${from}`);
        if (name === "VectorSelector") found.push({ name: text.split("{")[0]?.trim() ?? "", labels: [] });
        if (name === "UnquotedLabelMatcher") found.at(-1)?.labels.push(text.split(/[=!]/)[0]?.trim() ?? "");
      },
    });
    return found;
  }
});

function expressionsOf(subject: Subject): string[] {
  return [
    ...recordings(subject).map(({ expr }) => expr),
    ...alerts(subject).map(({ expr }) => expr),
    ...dashboards(subject).flatMap(queriesOf),
  ];
}

/** All texts under `expr`, and what the choices of variables are read from. */
function queriesOf(board: Dashboard): string[] {
  const found: string[] = [];
  JSON.stringify(board, (key, value: unknown) => {
    if (key === "expr" && typeof value === "string") found.push(value);
    const choices =
      key === "query" && typeof value === "string" ? /^label_values\((.+), \w+\)$/.exec(value) : null;
    if (choices?.[1]) found.push(choices[1]);
    return value;
  });
  return found;
}
