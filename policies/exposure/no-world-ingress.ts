import { WORLD_INGRESS, worldIngress } from "../../network/judge/world-ingress";
import type { Rule } from "../rule";

export const worldIngressRule: Rule = {
  name: WORLD_INGRESS,
  title: "No firewall lets everybody in",
  description:
    "No security group, firewall rule or network security rule lets the whole internet in, but to 80/tcp and 443 before something other than a cluster's nodes.",
  why: "Addresses of clouds are scanned without a pause. A port that everybody reaches is attacked within minutes, and a node's is one step from every pod.",
  fix: "Name the ranges that may come in. Publish services through a load balancer, and administer through the mesh or the cloud's own tunnel.",
  needs: "Sources and ports of every rule that lets in.",
  severity: "high",
  level: "mandatory",
  alone: true,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-7" }],
  judge: worldIngress,
};
