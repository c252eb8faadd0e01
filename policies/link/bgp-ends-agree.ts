import { LINK_BGP_ENDS_AGREE, linkBgpEndsAgree } from "../../network/judge/link-bgp-ends-agree";
import type { Rule } from "../rule";

export const linkBgpEndsAgreeRule: Rule = {
  name: LINK_BGP_ENDS_AGREE,
  title: "Both ends of a link speak one BGP",
  description:
    "Both ends of a tunnel speak BGP or neither does, each names the other's ASN, both inside addresses are hosts of one /30 that their clouds take, and " +
    "no two tunnels of a gateway share one.",
  why:
    "Each cloud accepts its own half without asking the other. A tunnel whose ends disagree comes up, IPsec reports it as established, and no route " +
    "is ever learned through it.",
  fix:
    "Give each tunnel a /30 of its own out of 169.254.0.0/16 (with Azure: of 169.254.21.0 to 169.254.22.255), one address to each end, and write at " +
    "each end the other's ASN and address.",
  needs: "Of both ends of each tunnel the ASNs, the inside addresses and whether BGP is on.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: linkBgpEndsAgree,
};
