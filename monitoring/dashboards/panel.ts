/** A part of a Grafana dashboard, as its JSON model has it (Grafana docs, "JSON model", v12, 2026). */
export interface Panel {
  title: string;
  type: "stat" | "table" | "text" | "timeseries";
  /** Of the 24 columns; rows are half as high as a column is wide. */
  size: { width: number; height: number };
  queries: Query[];
  /** Grafana's name of the unit. Example `"s"`, `"percentunit"`. */
  unit?: string;
  /** From which values on a colour stands. */
  thresholds?: { color: string; from: number | null }[];
  /** Of a text, in Markdown. */
  content?: string;
}

export interface Query {
  expr: string;
  /** What a series is called, out of its labels. */
  legend: string;
  /** Only the newest value. */
  instant?: boolean;
}

export interface Variable {
  name: string;
  /** PromQL whose label gives the choices. */
  metric: string;
  label: string;
}

export interface Dashboard {
  uid: string;
  title: string;
  [field: string]: unknown;
}

const DATASOURCE = { type: "prometheus", uid: "$datasource" };
const COLUMNS = 24;

/** A dashboard for whatever Prometheus is chosen on it: this cluster's own, or one that several clusters write to. */
export function dashboard(uid: string, title: string, variables: Variable[], panels: Panel[]): Dashboard {
  return {
    uid,
    title,
    tags: ["isthmus"],
    editable: false,
    schemaVersion: 39,
    time: { from: "now-6h", to: "now" },
    refresh: "1m",
    templating: {
      list: [
        { name: "datasource", label: "Prometheus", type: "datasource", query: "prometheus" },
        ...variables.map(({ name, metric, label }) => ({
          name,
          type: "query",
          datasource: DATASOURCE,
          query: { query: `label_values(${metric}, ${label})`, refId: name },
          refresh: 2,
          includeAll: true,
          multi: true,
          allValue: ".*",
          current: { text: "All", value: "$__all" },
        })),
      ],
    },
    panels: placed(panels),
  };
}

/** From left to right, and in a new row where one does not fit. */
function placed(panels: Panel[]): object[] {
  let [x, y, rowHeight] = [0, 0, 0];
  return panels.map((panel, index) => {
    const { width, height } = panel.size;
    if (x + width > COLUMNS) [x, y, rowHeight] = [0, y + rowHeight, 0];
    const gridPos = { x, y, w: width, h: height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return panelModel(panel, index + 1, gridPos);
  });
}

function panelModel(panel: Panel, id: number, gridPos: object): object {
  const { title, type, queries, unit, thresholds, content } = panel;
  const steps = (thresholds ?? [{ color: "green", from: null }]).map(({ color, from }) => ({
    color,
    value: from,
  }));
  return {
    id,
    title,
    type,
    gridPos,
    ...(content === undefined ? { datasource: DATASOURCE } : { options: { mode: "markdown", content } }),
    fieldConfig: {
      defaults: { ...(unit ? { unit } : {}), thresholds: { mode: "absolute", steps } },
      overrides: [],
    },
    targets: queries.map(({ expr, legend, instant }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
      ...(instant ? { instant: true, range: false, format: type === "table" ? "table" : "time_series" } : {}),
    })),
  };
}
