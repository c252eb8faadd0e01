import { PSK_DISTINCT, pskDistinct } from "../../network/judge/psk-distinct";
import type { Rule } from "../rule";

export const pskDistinctRule: Rule = {
  name: PSK_DISTINCT,
  title: "Every tunnel has a key of its own",
  description: "No two tunnels have the same pre-shared key.",
  why: "A key that several tunnels share is known to all of their peers: one of them can take the place of another. And no key can be changed without taking all of its tunnels down at once.",
  fix: "A `random.RandomPassword` for each tunnel.",
  needs:
    "Which resource makes the key of each tunnel, or the keys themselves, which are compared in memory by a digest and never told.",
  limits:
    "A key that is no resource's result is compared where its value is shown: under `pulumi`, and by `isthmus check` of a program; `--from` sources do not show it, and it is said to be not known. The two tunnels of one of Azure's connections cannot have two keys.",
  severity: "medium",
  level: "advisory",
  alone: false,
  frameworks: [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-12" }],
  judge: pskDistinct,
};
