import type { QuotaKind } from "../catalogue";
import type { Adjacency } from "../routing/transit";
import type { LinkPlan, MemberPlan } from "./shape";
import { adjacencyOf } from "./transit";

/** What is held against quotas. */
export interface QuotaQuestion {
  /** In name order. */
  members: MemberPlan[];
  links: Pick<LinkPlan, "name" | "a" | "b" | "kind" | "tunnels">[];
  /** Prefixes that a member, or a site, tells over a link by BGP. */
  told: (from: string, link: string) => string[];
}

/** What is held against a quota: so much of something, at one place of the spec. */
export interface QuotaUse {
  /** `members.dublin`. */
  path: string;
  needed: number;
  /** What is needed so often: `tunnels of its gateway`. */
  of: string;
}

type Link = QuotaQuestion["links"][number];

/** A member, and what is counted of its gateway and network. */
interface Counted {
  member: MemberPlan;
  /** A member whose network is attached to another's gateway has no other links than that. */
  links: Link[];
  /** Members whose networks are attached to its gateway besides its own. */
  attached: number;
  told: QuotaQuestion["told"];
}

type Count = (counted: Counted) => Omit<QuotaUse, "path">[];

const over = (links: Link[], adjacency: Adjacency): Link[] =>
  links.filter((link) => adjacencyOf(link) === adjacency);
const tunnels = (links: Link[]): number => links.reduce((sum, link) => sum + link.tunnels.length, 0);
/** AWS: a VPN connection has two tunnels, and a customer gateway of its own. */
const connections = (links: Link[]): number =>
  over(links, "vpn").reduce((sum, link) => sum + Math.ceil(link.tunnels.length / 2), 0);

const BY_MEMBER: Partial<Record<QuotaKind, Count>> = {
  tunnelsPerGateway: ({ links }) => [{ needed: tunnels(over(links, "vpn")), of: "tunnels of its gateway" }],
  attachmentsPerGateway: ({ links, attached }) => [
    {
      needed: 1 + attached + connections(links) + over(links, "gateway-peering").length,
      of: "attachments of its gateway",
    },
  ],
  peeringsPerGateway: ({ links }) => [
    { needed: over(links, "gateway-peering").length, of: "peerings of its gateway" },
  ],
  routesPerGateway: ({ member: { gateway } }) => [
    {
      needed: (gateway?.advertise.length ?? 0) + (gateway?.remote.length ?? 0),
      of: "routes in the table of its gateway",
    },
  ],
  peeringsPerNetwork: ({ links }) => [
    { needed: over(links, "network-peering").length, of: "peerings of its network" },
  ],
  routesLearned: ({ member, links, told }) => [
    {
      needed: new Set(peers(member, links).flatMap(({ name, link }) => told(name, link))).size,
      of: "prefixes to be learned in its region",
    },
  ],
  routesInTable: ({ member: { gateway } }) => [
    // The network's own range and the way to the internet stand there too.
    { needed: (gateway?.remote.length ?? 0) + 2, of: "routes in each table of its network" },
  ],
  routesFromPeer: ({ member, links, told }) =>
    peers(member, links).map(({ name, link }) => ({
      needed: told(name, link).length,
      of: `prefixes from ${name}`,
    })),
  routesToPeer: ({ member, links, told }) =>
    peers(member, links).map(({ name, link }) => ({
      needed: told(member.name, link).length,
      of: `prefixes to ${name}`,
    })),
};

/** Who speaks BGP with a member's gateway, and over which link. */
function peers({ name }: MemberPlan, links: Link[]): { name: string; link: string }[] {
  return over(links, "vpn").map((link) => ({ name: link.a === name ? link.b : link.a, link: link.name }));
}

/** Of members of one region and account, together. */
const BY_PLACE: Partial<Record<QuotaKind, (place: Counted[]) => { needed: number; of: string }>> = {
  gatewaysPerRegion: (place) => ({
    needed: place.filter(({ member: { gateway } }) => gateway && gateway.behind === undefined).length,
    of: "gateways",
  }),
  connectionsPerRegion: (place) => ({ needed: placeConnections(place), of: "VPN connections" }),
  customerGatewaysPerRegion: (place) => ({ needed: placeConnections(place), of: "customer gateways" }),
};

function placeConnections(place: Counted[]): number {
  return place.reduce((sum, { links }) => sum + connections(links), 0);
}

/** What the members of a plan need of what a cloud counts. */
export interface QuotaUses {
  of(kind: QuotaKind, member: MemberPlan): QuotaUse[];
  ofPlace(kind: QuotaKind, sharing: MemberPlan[]): QuotaUse[];
}

export function quotaUses(question: QuotaQuestion): QuotaUses {
  const counted = countedMembers(question);
  return {
    of(kind, { name }) {
      const one = counted.get(name);
      const uses = one ? (BY_MEMBER[kind]?.(one) ?? []) : [];
      return uses.map((use) => ({ ...use, path: `members.${name}` }));
    },
    ofPlace(kind, sharing) {
      const place = sharing.flatMap(({ name }) => counted.get(name) ?? []);
      const use = BY_PLACE[kind]?.(place);
      if (!use) return [];
      const names = sharing.map(({ name }) => name).join(", ");
      return [{ ...use, path: `members (${names})`, of: `${use.of} in ${sharing[0]?.region}` }];
    },
  };
}

function countedMembers({ members, links, told }: QuotaQuestion): Map<string, Counted> {
  const counted = new Map<string, Counted>(
    members.map((member) => [member.name, { member, links: [], attached: 0, told }]),
  );
  for (const { gateway } of members) {
    const owner = gateway?.behind === undefined ? undefined : counted.get(gateway.behind);
    if (owner) owner.attached++;
  }
  for (const link of links) for (const end of [link.a, link.b]) counted.get(end)?.links.push(link);
  return counted;
}
