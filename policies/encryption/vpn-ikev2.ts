import { VPN_IKEV2, vpnIkev2 } from "../../network/judge/vpn-ikev2";
import type { Rule } from "../rule";

export const vpnIkev2Rule: Rule = {
  name: VPN_IKEV2,
  title: "VPN tunnels take IKEv2 only",
  description: "Every end of every VPN tunnel accepts IKEv2 and no older version.",
  why:
    "IKEv1 lets weaker ciphers and modes in and has been deprecated since RFC 9395 (2023). AWS accepts it wherever the " +
    "version is not set, and takes the lowest version that both ends allow.",
  fix:
    'Set the version at each end: AWS `tunnel1IkeVersions: ["ikev2"]` (and `tunnel2…`), Google Cloud `ikeVersion: 2`, ' +
    'Azure `connectionProtocol: "IKEv2"`.',
  needs: "The IKE versions of each tunnel end.",
  severity: "high",
  level: "mandatory",
  alone: true,
  judge: vpnIkev2,
};
