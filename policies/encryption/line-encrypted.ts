import { LINE_ENCRYPTED, lineEncrypted } from "../../network/judge/line-encrypted";
import type { Rule } from "../rule";

export const lineEncryptedRule: Rule = {
  name: LINE_ENCRYPTED,
  title: "What crosses an existing line is encrypted",
  description:
    "A link of kind existing is encrypted by MACsec, or the network agents at both of its ends encrypt what they exchange over it.",
  why:
    "A private line is private by contract. Whoever runs it can read what crosses it, and between a site and a cluster no network " +
    "agent encrypts anything.",
  fix: "Have the line secured by MACsec and write `encryption: macsec`, or join the two by a VPN instead.",
  needs: "What the mesh says of the line, and the encryption of the agents at its ends.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: lineEncrypted,
};
