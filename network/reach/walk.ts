import { isUnknown } from "../model/resource";
import type { Adjacency, TransitTables } from "../routing/transit";
import { isLost, localAt, sentFrom } from "./gateway-table";
import { longest } from "./interval";
import { headed, peeringBreaks, tunnelBreaks } from "./join-breaks";
import type { Atom, Attachment, GatewayNode, Host, Join, Layout } from "./layout";
import type { Announcements, Lost, Spread, ToldPrefix } from "./learned";
import { refusalOf } from "./passage";
import { whyUnknown } from "./reason";
import type { Tables } from "./tables";
import { type Break, BreakKind } from "./verdict";
import { ARRIVED, both, crossing, joinedBy, notKnown, stopped, through, type Way } from "./way";

/** How packets came to a gateway. */
const COMES_BY: Adjacency[] = ["attachment", "vpn", "gateway-peering"];

/** Where every gateway sends packets, with some of the network lost. What was found once is kept. */
export class Walks {
  private readonly ways = new Map<number, Way>();
  private readonly open = new Set<number>();
  private readonly faults: Break[][];
  private readonly layout: Layout;
  private readonly tables: Tables;
  private readonly announcements: Announcements;
  private readonly transit: TransitTables;
  private readonly lost: Lost;
  private readonly spreadOf: (prefix: ToldPrefix) => Spread;
  private readonly toldFor: (atom: Atom) => ToldPrefix[];

  constructor(given: {
    layout: Layout;
    tables: Tables;
    announcements: Announcements;
    transit: TransitTables;
    lost: Lost;
    spreadOf: (prefix: ToldPrefix) => Spread;
    /** Prefixes that hold an atom, the longest first. */
    toldFor: (atom: Atom) => ToldPrefix[];
  }) {
    this.layout = given.layout;
    this.faults = given.lost.tunnels.size === 0 ? given.tables.faults : [];
    this.tables = given.tables;
    this.announcements = given.announcements;
    this.transit = given.transit;
    this.lost = given.lost;
    this.spreadOf = given.spreadOf;
    this.toldFor = given.toldFor;
  }

  /** From hosts of one subnet to an atom of another network, up to the door of its network. */
  from(host: Host, atom: Atom): Way {
    const { networks, gateways } = this.layout;
    const network = networks[host.network];
    if (!network || atom.network === host.network) return ARRIVED;

    const route = this.tables.route(host, atom);
    const peered = network.peered.find(
      (one) => one.network === atom.network && !this.lost.joins.has(one.join),
    );
    const [near] =
      peered && (peered.byRoute !== true || route) ? longest(networks[atom.network]?.ranges ?? [], atom) : [];
    const learned = host.learns === false ? undefined : this.taughtTo(network.attachments, atom);
    const best = Math.max(route?.length ?? -1, near?.length ?? -1, learned?.length ?? -1);

    if (best === -1) {
      const unread = network.unread.find(({ table }) => table === undefined || table === host.table);
      if (unread) return notKnown(unread.origin, `where a route of ${network.member} leads to`);
      return stopped({
        kind: BreakKind.blackHole,
        message: `${host.text} of ${network.member} has no route to ${atom.text} of ${this.memberOf(atom)}`,
        origin: host.origin,
      });
    }
    if (near?.length === best) {
      if (peered?.certain === false) return notKnown(peered.origin, "whether the peering is accepted");
      return peered ? crossing(peered.join) : ARRIVED;
    }
    if (route?.length === best) {
      const gateway = gateways[route.gateway ?? -1];
      if (!gateway || this.lost.gateways.has(gateway.id)) {
        const message = `the route of ${network.member} to ${route.text} leads to a gateway that is not there`;
        return stopped({ kind: BreakKind.blackHole, message, origin: route.fact.origin });
      }
      const attachment = network.attachments.find((one) => one.gateway === gateway.id);
      return this.enter(gateway, attachment, host, atom);
    }
    const gateway = gateways[learned?.attachment.gateway ?? -1];
    const way = this.enter(gateway, learned?.attachment, host, atom);
    if (way.breaks.length > 0) return way;
    if (isUnknown(host.learns)) return notKnown(host.origin, "whether the subnet learns routes");
    return learned && isUnknown(learned.attachment.taught)
      ? notKnown(learned.attachment.origin, "whether the network learns what the gateway knows")
      : way;
  }

  /** What a network learns of its gateways by itself: the longest prefix, with the gateway that has it. */
  private taughtTo(
    attachments: readonly Attachment[],
    atom: Atom,
  ): { length: number; attachment: Attachment } | undefined {
    let best: { length: number; attachment: Attachment } | undefined;
    for (const attachment of attachments) {
      if (attachment.taught === false || isLost(attachment, this.lost)) continue;
      const length = this.lengthAt(attachment.gateway, atom);
      if (length > (best?.length ?? -1)) best = { length, attachment };
    }
    return best;
  }

  /** Of the best route of a gateway, -1 where it has none. */
  private lengthAt(id: number, atom: Atom): number {
    const gateway = this.layout.gateways[id];
    if (!gateway) return -1;
    const learned = this.toldFor(atom).find((prefix) => (this.spreadOf(prefix).distance[id] ?? -1) > 0);
    const sent = sentFrom(gateway, atom, this.announcements, this.lost)?.length ?? -1;
    const local = localAt(gateway, atom, this.layout, this.lost)?.length ?? -1;
    return Math.max(
      learned?.length ?? -1,
      sent,
      local,
      this.tables.gatewayRoute(gateway, atom)?.length ?? -1,
    );
  }

  private enter(
    gateway: GatewayNode | undefined,
    attachment: Attachment | undefined,
    host: Host,
    atom: Atom,
  ): Way {
    const member = this.layout.networks[host.network]?.member ?? "";
    if (!gateway || !attachment || attachment.lookedUp === false) {
      const message = attachment
        ? `what ${member} sends to its gateway is looked up in none of its route tables`
        : `the network of ${member} is not attached to the gateway that its routes lead to`;
      const origin = attachment?.origin ?? gateway?.fact.origin ?? host.origin;
      return stopped({ kind: BreakKind.blackHole, message, origin });
    }
    if (host.zone !== undefined && attachment.zones && !attachment.zones.includes(host.zone)) {
      const message = `the gateway of ${gateway.member} is attached in no subnet of ${host.zone}, where ${host.text} of ${member} is`;
      return stopped({ kind: BreakKind.blackHole, message, origin: attachment.origin });
    }
    if (isUnknown(attachment.lookedUp))
      return notKnown(attachment.origin, "the route table of the attachment");
    const way = this.at(gateway, atom, 0);
    return attachment.over === undefined ? way : joinedBy(attachment.over, way);
  }

  /** From a gateway on, for packets that came by `COMES_BY[comesBy]`. */
  private at(gateway: GatewayNode, atom: Atom, comesBy: number): Way {
    const key = (atom.id * this.layout.gateways.length + gateway.id) * COMES_BY.length + comesBy;
    const known = this.ways.get(key);
    if (known) return known;
    if (this.open.has(key)) {
      const message = `packets to ${atom.text} of ${this.memberOf(atom)} come back to the gateway of ${gateway.member}`;
      return stopped({ kind: BreakKind.loop, message, origin: gateway.fact.origin });
    }
    this.open.add(key);
    const way = through(gateway.id, this.onwards(gateway, atom, comesBy));
    this.open.delete(key);
    this.ways.set(key, way);
    return way;
  }

  private onwards(gateway: GatewayNode, atom: Atom, comesBy: number): Way {
    const local = localAt(gateway, atom, this.layout, this.lost);
    const fixed = this.tables.gatewayRoute(gateway, atom);
    const sent = sentFrom(gateway, atom, this.announcements, this.lost);
    const learned = this.toldFor(atom).find(
      (prefix) => (this.spreadOf(prefix).distance[gateway.id] ?? -1) > 0,
    );
    const best = Math.max(
      local?.length ?? -1,
      fixed?.length ?? -1,
      sent?.length ?? -1,
      learned?.length ?? -1,
    );
    if (best === -1) return stopped(whyUnknown(this.layout, gateway, atom, this.lost));
    // Google Cloud asks its subnet routes before any other ("Routes", cloud.google.com/vpc/docs/routes, 2026).
    if (local && (local.length === best || gateway.fact.cloud === "gcp")) {
      const { known, over, origin } = local.attachment;
      if (isUnknown(known)) return notKnown(origin, "whether the gateway knows the network's ranges");
      return over === undefined ? ARRIVED : crossing(over);
    }
    if (fixed?.length === best) {
      if (fixed.network === atom.network) return ARRIVED;
      if (fixed.join === undefined || this.lost.joins.has(fixed.join)) {
        const message = `the route to ${fixed.text} in the gateway of ${gateway.member} leads nowhere`;
        return stopped({ kind: BreakKind.blackHole, message, origin: fixed.origin });
      }
      return this.across(gateway, [fixed.join], atom, comesBy, "fixed");
    }
    if (sent?.length === best) return this.across(gateway, [sent.join], atom, comesBy, "fixed");
    const via = learned ? (this.spreadOf(learned).via[gateway.id] ?? []) : [];
    return this.across(gateway, via, atom, comesBy, "learned");
  }

  /** Over each of several equal joins: all must arrive. */
  private across(
    gateway: GatewayNode,
    via: readonly number[],
    atom: Atom,
    comesBy: number,
    by: "learned" | "fixed",
  ): Way {
    let all: Way | undefined;
    for (const id of via) {
      const join = this.layout.joins[id];
      const way = join && this.over(gateway, join, atom, comesBy, by);
      if (way) all = all ? both(all, way) : way;
    }
    return all ?? ARRIVED;
  }

  private over(gateway: GatewayNode, join: Join, atom: Atom, comesBy: number, by: "learned" | "fixed"): Way {
    const refused = refusalOf(gateway, COMES_BY[comesBy] ?? "vpn", join, this.transit);
    if (refused) return stopped(refused);
    const far = this.layout.gateways[join.a === gateway.id ? join.b : join.a];
    if (!far) return ARRIVED;
    const mine = this.joinBreaks(join, gateway, far, by);
    const rest = this.at(far, atom, join.kind === "vpn" ? 1 : 2);
    return {
      breaks: mine.length === 0 ? rest.breaks : [...mine, ...rest.breaks],
      hops: [join.id, ...rest.hops],
      joins: [join.id, ...rest.joins],
      gateways: rest.gateways,
    };
  }

  /** What is wrong with a join, whatever goes over it: asked once for each direction. */
  private joinBreaks(join: Join, gateway: GatewayNode, far: GatewayNode, by: "learned" | "fixed"): Break[] {
    const key = join.id * 4 + (join.a === gateway.id ? 2 : 0) + (by === "learned" ? 1 : 0);
    const known = this.faults[key];
    if (known) return known;
    const found =
      join.kind === "vpn" ? tunnelBreaks(headed(join, gateway, this.lost), far, by) : peeringBreaks(join);
    this.faults[key] = found;
    return found;
  }

  private memberOf(atom: Atom): string {
    return this.layout.networks[atom.network]?.member ?? "";
  }
}
