import type { QuotaFact } from "../catalogue";
import { type Fault, InputError } from "../errors";
import type { LinkPlan, MemberPlan } from "./shape";
import type { PlanSources } from "./sources";

/**
 * Refuses links that a cloud's quotas have no room for: tunnels of one gateway, VPN connections and customer gateways of one
 * region and account.
 *
 * @throws InputError naming each quota, where it is from, and what was needed
 */
export function refuseQuotas(members: MemberPlan[], links: LinkPlan[], { clouds }: PlanSources): void {
  const tunnels = new Map<string, number>();
  for (const link of links) {
    for (const name of [link.a, link.b]) tunnels.set(name, (tunnels.get(name) ?? 0) + link.tunnels.length);
  }
  const faults: Fault[] = [];
  const byRegion = new Map<string, RegionUse>();
  for (const member of members) {
    if (member.cloud === "site") continue;
    const needed = tunnels.get(member.name) ?? 0;
    const place = `${member.cloud} ${member.region} ${JSON.stringify(member.account ?? {})}`;
    const { quotas } = clouds[member.cloud].gateway;
    const use = byRegion.get(place) ?? { region: member.region, quotas, members: [], tunnels: 0 };
    byRegion.set(place, { ...use, members: [...use.members, member.name], tunnels: use.tunnels + needed });
    for (const quota of quotas.filter(({ what }) => what === "tunnelsPerGateway")) {
      if (needed > quota.limit)
        faults.push(fault(`members.${member.name}`, `${needed} tunnels of its gateway`, quota));
    }
  }
  for (const { region, quotas, members: names, tunnels: count } of byRegion.values()) {
    for (const quota of quotas) {
      // A connection has two tunnels, and a customer gateway of its own.
      const needed = Math.ceil(count / 2);
      const counted = {
        connectionsPerRegion: "VPN connections",
        customerGatewaysPerRegion: "customer gateways",
      };
      if (quota.what !== "connectionsPerRegion" && quota.what !== "customerGatewaysPerRegion") continue;
      if (needed <= quota.limit) continue;
      faults.push(
        fault(`members (${names.join(", ")})`, `${needed} ${counted[quota.what]} in ${region}`, quota),
      );
    }
  }
  if (faults.length > 0) throw new InputError(faults);
}

/** What the members of one region and account need together. */
interface RegionUse {
  region: string;
  quotas: QuotaFact[];
  members: string[];
  tunnels: number;
}

function fault(path: string, needed: string, { limit, source }: QuotaFact): Fault {
  return {
    path,
    message: `${needed} are needed and the quota is ${limit} (${source}); choose fewer links with topology`,
  };
}
