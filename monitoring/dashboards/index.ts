import type { Subject } from "../subject";
import { cilium } from "./cilium";
import { links } from "./links";
import { overview } from "./overview";
import { pairs } from "./pairs";
import type { Dashboard } from "./panel";

/** Every dashboard of a cluster. Only what is in `links` and the agent's differs from cluster to cluster. */
export function dashboards(subject: Subject): Dashboard[] {
  const { kind, encryption } = subject.agent;
  return [
    overview(kind === "cilium"),
    pairs(),
    links(subject),
    ...(kind === "cilium" ? [cilium(encryption === "ipsec")] : []),
  ];
}
