import type { AgentKind, Encryption } from "../network/spec/shape";
import type { ProbeArgs, WatchedLinkArgs } from "./cluster-args";

/** What watches the mesh from one cluster. Plain values, known at preview. */
export interface MeshMonitorArgs {
  /** The cluster's name in the mesh. Example `"dublin"`. */
  cluster: string;
  /** The network agent. Default `cilium`. */
  agent?: AgentKind;
  /** Its encryption. Default `wireguard`. */
  encryption?: Encryption;
  /** The other clusters that the agent is joined to. Default none. */
  others?: string[];
  /** URL of the folder with the alerts' pages. Default: their path in this package. */
  runbooks?: string;
  /** What is probed from here. Default nothing. */
  probes?: ProbeArgs[];
  /** The cluster's links, shown on dashboards. Default none. */
  links?: WatchedLinkArgs[];
}
