import { LINK_REDUNDANT, linkRedundant } from "../../network/judge/link-redundant";
import type { Rule } from "../rule";

export const linkRedundantRule: Rule = {
  name: LINK_REDUNDANT,
  title: "A link outlives one interface",
  description: "Every link has at least two tunnels, on different interfaces at both ends.",
  why:
    "Every cloud takes single gateway interfaces out of service for maintenance, and gives its availability promise only for " +
    "tunnels on two of them.",
  fix: "Add a second tunnel between the gateways' other interfaces (AWS: the connection's second tunnel counts as one).",
  needs:
    "Both ends of each tunnel and the gateway interface of each. Of a link to a foreign site, the interfaces of this end and " +
    "the peer's ASN.",
  severity: "medium",
  level: "mandatory",
  alone: false,
  judge: linkRedundant,
};
