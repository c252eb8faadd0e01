import { VPN_STRONG, vpnStrong } from "../../network/judge/vpn-strong";
import type { Rule } from "../rule";

export const vpnStrongRule: Rule = {
  name: VPN_STRONG,
  title: "VPN tunnels use strong ciphers only",
  description: "Every cipher, hash and group that a VPN tunnel's end would accept is strong.",
  why:
    "The two ends settle on something that both accept, so an end is as weak as the weakest value in its list. A role " +
    "that is left to the cloud has the cloud's default list, which holds weak values at AWS and Azure.",
  fix:
    "Pin one strong value for each role at both ends: AES-256-GCM in both phases, SHA-384 for the key exchange, group 20 " +
    "for the exchange and for perfect forward secrecy. All three clouds have these.",
  needs: "Encryption, integrity and groups of both phases, at each tunnel end.",
  severity: "high",
  level: "mandatory",
  alone: true,
  invariant: true,
  judge: vpnStrong,
};
