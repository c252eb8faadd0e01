import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { type Judgement, nameIn, unknownAt } from "./judgement";
import { isWorld } from "./world";

export const WORLD_INGRESS = "exposure-no-world-ingress";

/** What a public service answers on. */
const PUBLIC_PORTS = new Set(["80/tcp", "443/tcp", "443/udp"]);

/** No firewall lets the whole internet in, but to the ports of the web before something other than nodes. */
export function worldIngress({ firewalls }: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  for (const { urn, direction = "in", guards, sources, ports, origin } of firewalls) {
    if (direction !== "in") continue;
    if (isUnknown(sources)) {
      judgement.unknowns.push(unknownAt(origin, "who is let in", "whether everybody is"));
      continue;
    }
    if (!sources.some(isWorld)) continue;
    if (isUnknown(ports)) {
      judgement.unknowns.push(
        unknownAt(origin, "the ports that everybody is let in to", "whether only the web's are"),
      );
      continue;
    }
    const open = guards === "nodes" ? ports : ports.filter((port) => !PUBLIC_PORTS.has(port));
    if (open.length === 0) continue;
    judgement.problems.push({
      rule: WORLD_INGRESS,
      message:
        `${nameIn(urn)} (${urn}) lets the whole internet in to ${open.join(", ")}: whatever listens there is attacked within minutes; name the ranges that ` +
        "may come in, or put a load balancer with 443/tcp before it.",
      subjects: [origin.urn],
    });
  }
  return judgement;
}
