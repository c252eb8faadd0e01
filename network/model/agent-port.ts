/** A port that the network agent of one node must reach on another: what a firewall between members lets through. */
export interface AgentPort {
  /** Absent for ICMP and ESP. */
  port?: number;
  /** `esp`: IP protocol 50, which AWS knows by its number only. */
  protocol: "tcp" | "udp" | "icmp" | "esp";
  /** What it is for, in a few words: it becomes the firewall rule's description. Example `"VXLAN"`. */
  purpose: string;
}
