import assert from "node:assert/strict";
import { dashboards } from "../../../monitoring/dashboards";
import { monitoringManifests } from "../../../monitoring/manifests";
import { ALONE, DUBLIN, SILENT } from "../subjects";

interface Panel {
  id: number;
  title: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  options?: { content: string };
  targets: { expr: string; datasource: { uid: string } }[];
}
const panelsOf = (board: Record<string, unknown>) => board.panels as Panel[];
const named = (uid: string, subject = DUBLIN) => {
  const board = dashboards(subject).find((one) => one.uid === uid);
  assert.ok(board, uid);
  return board;
};

describe("the dashboards", () => {
  it("are ConfigMaps that Grafana's sidecar takes, each of JSON that says the same as the plan", () => {
    const maps = monitoringManifests(DUBLIN).filter(({ kind }) => kind === "ConfigMap");
    assert.deepEqual(
      maps.map(({ metadata }) => metadata.name),
      ["isthmus-mesh", "isthmus-pairs", "isthmus-links", "isthmus-agent"].map((uid) => `dashboard-${uid}`),
    );
    maps.forEach(({ metadata, data }, index) => {
      assert.equal(metadata.labels?.grafana_dashboard, "1");
      const [text = ""] = Object.values(data as Record<string, string>);
      assert.deepEqual(JSON.parse(text), dashboards(DUBLIN)[index]);
      // What a ConfigMap holds (Kubernetes docs, "ConfigMaps": 1 MiB).
      assert.ok(text.length < 1_000_000);
    });
  });

  it("have no panel over another, none beyond the width, and each with something in it", () => {
    for (const subject of [DUBLIN, ALONE, SILENT]) {
      for (const board of dashboards(subject)) {
        const panels = panelsOf(board);
        assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
        panels.forEach((panel, index) => {
          const { x, y, w, h } = panel.gridPos;
          assert.ok(x + w <= 24, panel.title);
          assert.ok(panel.targets.length > 0 || panel.options?.content, panel.title);
          for (const { gridPos: other } of panels.slice(0, index))
            assert.ok(
              x >= other.x + other.w || other.x >= x + w || y >= other.y + other.h || other.y >= y + h,
              `${board.uid}: ${panel.title}`,
            );
        });
      }
    }
  });

  it("ask the Prometheus that is chosen, so that one Grafana can look at many", () => {
    for (const board of dashboards(DUBLIN))
      for (const { targets } of panelsOf(board))
        for (const { datasource } of targets) assert.equal(datasource.uid, "$datasource");
  });

  it("show each link as planned, and the measured paths that leave over it", () => {
    const panels = panelsOf(named("isthmus-links"));
    const text = panels[0]?.options?.content ?? "";
    assert.ok(text.includes("| amsterdam~dublin | vpn | 2 | 1446 | 1000 | 16.5 | amsterdam |"), text);
    assert.ok(
      text.includes(
        "| dublin~stockholm | gateway-peering | 0 | 8500 | as the nodes | 40.0 | none is probed |",
      ),
      text,
    );
    const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    assert.ok(expressions.includes('mesh:rtt_seconds{from="dublin", to=~"amsterdam"}'));
    assert.ok(!expressions.some((expr) => expr.includes("frankfurt")));
  });

  it("show an agent where it tells something, and IPsec where there is some", () => {
    assert.deepEqual(
      dashboards(SILENT).map(({ uid }) => uid),
      ["isthmus-mesh", "isthmus-pairs", "isthmus-links"],
    );
    const titles = (subject: typeof DUBLIN) =>
      panelsOf(named("isthmus-agent", subject)).map(({ title }) => title);
    assert.ok(titles(DUBLIN).includes("IPsec errors"));
    assert.ok(!titles(ALONE).includes("IPsec errors"));
  });
});
