import { VPN_ENDS_AGREE, vpnEndsAgree } from "../../network/judge/vpn-ends-agree";
import type { Rule } from "../rule";

export const vpnEndsAgreeRule: Rule = {
  name: VPN_ENDS_AGREE,
  title: "The two ends of a tunnel agree",
  description:
    "The two ends of every VPN tunnel have mirrored addresses and ASNs and at least one cipher in common.",
  why:
    "A tunnel whose ends disagree is created without complaint by both clouds and never comes up: no common cipher, or " +
    "a BGP session that waits for a neighbour with another number.",
  fix: "Give both ends the same suite, and to each end as its peer's address and ASN what the other end has as its own.",
  needs:
    "Inside addresses, ASNs, IKE versions and ciphers of both ends. An end whose peer is not among the resources is " +
    "taken for a link to a foreign site and not judged here.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: vpnEndsAgree,
};
