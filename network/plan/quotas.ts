import type { Catalogue, QuotaFact, QuotaKind } from "../catalogue";
import { type Fault, InputError } from "../errors";
import { type QuotaQuestion, type QuotaUse, quotaUses } from "./quota-uses";
import type { MemberPlan } from "./shape";

/** What would be right, where it is not fewer links. */
const REMEDIES: Partial<Record<QuotaKind, string>> = {
  gatewaysPerRegion: "put some of the members in another region or account",
  connectionsPerRegion:
    "choose fewer links with topology, or put some of the members in another region or account",
  customerGatewaysPerRegion:
    "choose fewer links with topology, or put some of the members in another region or account",
  routesPerGateway: "have sites tell fewer, larger ranges, or choose fewer links with topology",
  routesLearned: "have sites tell fewer, larger ranges, or choose fewer links with topology",
  routesInTable: "have sites tell fewer, larger ranges, or choose fewer links with topology",
  routesFromPeer: "have sites tell fewer, larger ranges, or choose fewer links with topology",
  routesToPeer: "have sites tell fewer, larger ranges, or choose fewer links with topology",
};

/**
 * Refuses links that a cloud's quotas have no room for: of one gateway, one network, one region and account, one BGP peer.
 *
 * @throws InputError naming each quota, where it is from, what was needed and what would be right
 */
export function refuseQuotas(question: QuotaQuestion, clouds: Catalogue): void {
  const uses = quotaUses(question);
  const faults = [
    ...question.members.flatMap((member) =>
      quotasOf(member, clouds).flatMap((quota) => exceeded(quota, uses.of(quota.what, member))),
    ),
    ...byPlace(question.members).flatMap((sharing) => {
      const [first] = sharing;
      const quotas = first ? quotasOf(first, clouds) : [];
      return quotas.flatMap((quota) => exceeded(quota, uses.ofPlace(quota.what, sharing)));
    }),
  ];
  if (faults.length > 0) throw new InputError(faults);
}

/** Members of one cloud, region and account. */
function byPlace(members: MemberPlan[]): MemberPlan[][] {
  const places = new Map<string, MemberPlan[]>();
  for (const member of members) {
    const place = `${member.cloud} ${member.region} ${JSON.stringify(member.account ?? {})}`;
    const sharing = places.get(place);
    if (sharing) sharing.push(member);
    else places.set(place, [member]);
  }
  return [...places.values()];
}

function quotasOf({ cloud }: MemberPlan, clouds: Catalogue): QuotaFact[] {
  return cloud === "site" ? [] : clouds[cloud].gateway.quotas;
}

function exceeded({ what, limit, source }: QuotaFact, uses: QuotaUse[]): Fault[] {
  const remedy = REMEDIES[what] ?? "choose fewer links with topology";
  return uses
    .filter(({ needed }) => needed > limit)
    .map(({ path, needed, of }) => ({
      path,
      message: `${needed} ${of} are needed and the quota is ${limit} (${source}); ${remedy}`,
    }));
}
