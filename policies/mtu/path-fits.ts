import { MTU_PATH_FITS, mtuPathFits } from "../../network/judge/mtu-path-fits";
import type { Rule } from "../rule";

export const mtuPathFitsRule: Rule = {
  name: MTU_PATH_FITS,
  title: "Packets fit every path",
  description:
    "Every network agent is told an MTU that fits all paths to other clusters: the least of the links' own, members that pass " +
    "traffic on included.",
  why:
    "VPN gateways drop a packet that is too large and tell nobody, so small requests work and large answers hang: it shows after " +
    "everything has been applied.",
  fix:
    "Set the agent's MTU to the number in the message (Cilium: the chart's value `MTU`). The agent takes its own overhead off that " +
    "by itself.",
  needs: "The agent's MTU, its cluster, and the links of that cluster's network.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: mtuPathFits,
};
