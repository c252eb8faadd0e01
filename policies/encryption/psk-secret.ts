import { PSK_SECRET, pskSecret } from "../../network/judge/psk-secret";
import type { Rule } from "../rule";

export const pskSecretRule: Rule = {
  name: PSK_SECRET,
  title: "Pre-shared keys are secrets",
  description:
    "No tunnel's pre-shared key stands in clear: in the program, in its state, or in the state of the resource that makes it.",
  why: "Whoever has the key of a tunnel can take the place of either end and read what crosses it. State is copied to backends, to logs and to whoever may preview.",
  fix: "Make keys with `random.RandomPassword`, or take them from the configuration by `requireSecret`. Results of `RandomString`, `RandomId` and `RandomUuid` are no secrets.",
  needs:
    "Whether the key of each tunnel is marked as a secret, and which resource makes it. The key itself is never read out.",
  limits:
    "The engine shows secrets to policies without a mark, so under `pulumi` only keys out of resources that make them in clear are named; `isthmus check` sees the mark. The SDKs of AWS and " +
    "Google Cloud mark these properties by themselves, so a key that is written into such a program is not told from another; Azure's is.",
  severity: "critical",
  level: "mandatory",
  alone: false,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-12" }],
  judge: pskSecret,
};
