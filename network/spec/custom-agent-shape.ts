import type { Cloud } from "./shape";

/**
 * A network agent of no kind of ours: what `agents/index.ts` knows of the others is said here. Plain values, nothing secret. All of it
 * is taken at its word but for what can be checked: forms, placeholders, and that it fits the mesh.
 */
export interface CustomAgentSpec {
  /** The chart's name in its repository, or the whole of it for one in a registry: `oci://…`. Example `"antrea"`. */
  chart: string;
  /** Address of the chart's repository; required but for `oci://`. Example `"https://charts.antrea.io"`. */
  repository?: string;
  /** Where the chart is installed. Default `kube-system`; another is made, and lets privileged pods run. */
  namespace?: string;
  /**
   * The chart's values. In a text `{{name}}` stands for a value of the plan (docs/agents/custom.md lists them); one alone in a text
   * keeps its type. Default none.
   */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values are of whatever shape the chart has
  values?: Record<string, any>;
  /**
   * What the agent sends from node to node, and firewalls between members let through: ports, `esp` and `icmp`. Default none.
   * Example `["51820/udp"]`.
   */
  ports?: string[];
  /** What the agent takes of each packet between nodes. The encryptions that it offers are those that are named here. */
  overhead: AgentOverheadSpec;
  /** Clouds where it can be an overlay. Default all three. */
  overlay?: Cloud[];
  /** Clouds where pods have addresses that the cloud's network routes, as `datapath: routed` needs. Default none. */
  routed?: Cloud[];
  /**
   * Key of the taint that it takes off a node once it runs there. New nodes on EKS and GKE get it, with value `true` and effect
   * `NoExecute`. Default none.
   */
  startupTaint?: string;
}

/** Bytes by encryption, headers of tunnel and encryption together. */
export interface AgentOverheadSpec {
  none?: number;
  wireguard?: number;
  ipsec?: number;
}
