import { AGENT_JOB } from "../names";
import { type Dashboard, dashboard, type Panel } from "./panel";

/** What Cilium's agents say of themselves and of the other clusters. */
export function cilium(ipsec: boolean): Dashboard {
  return dashboard(
    "isthmus-agent",
    "Mesh: agent",
    [],
    [
      panel("Agents that answer", `sum(up{job="${AGENT_JOB}"})`, "agents"),
      panel(
        "Agents joined, by cluster",
        "sum by (target_cluster) (cilium_clustermesh_remote_cluster_readiness_status)",
        "{{target_cluster}}",
      ),
      panel(
        "Failures towards other clusters",
        "sum by (target_cluster) (increase(cilium_clustermesh_remote_cluster_failures[10m]))",
        "{{target_cluster}}",
      ),
      panel(
        "Nodes known, by cluster",
        "max by (target_cluster) (cilium_clustermesh_remote_cluster_nodes)",
        "{{target_cluster}}",
      ),
      panel(
        "Services known, by cluster",
        "max by (target_cluster) (cilium_clustermesh_remote_cluster_services)",
        "{{target_cluster}}",
      ),
      panel("Nodes out of reach", "max(cilium_unreachable_nodes)", "nodes"),
      panel("Nodes out of reach through the overlay", "max(cilium_unreachable_health_endpoints)", "nodes"),
      panel(
        "Drops",
        "sum by (reason, direction) (rate(cilium_drop_count_total[5m]))",
        "{{reason}}, {{direction}}",
        "pps",
      ),
      panel("Forwarded", "sum by (direction) (rate(cilium_forward_bytes_total[5m]))", "{{direction}}", "Bps"),
      panel("Failing controllers", "sum(cilium_controllers_failing)", "controllers"),
      panel(
        "Fullest BPF maps",
        "max by (map_name) (cilium_bpf_map_pressure) > 0.1",
        "{{map_name}}",
        "percentunit",
      ),
      ...(ipsec
        ? [
            panel(
              "IPsec errors",
              "sum by (error, type) (rate(cilium_ipsec_xfrm_error[5m]))",
              "{{error}}, {{type}}",
              "pps",
            ),
          ]
        : []),
    ],
  );
}

function panel(title: string, expr: string, legend: string, unit?: string): Panel {
  return {
    title,
    type: "timeseries",
    size: { width: 12, height: 8 },
    ...(unit ? { unit } : {}),
    queries: [{ expr, legend }],
  };
}
