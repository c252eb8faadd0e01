import { type Cidr, overlaps, parseCidr } from "../address/cidr";
import type { AttachmentFact } from "../model/forwarding";
import type { Inventory } from "../model/inventory";
import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { Judgement } from "./judgement";
import { nameIn, tunnelEndName, unknownAt } from "./judgement";

export const LINK_ROUTES_PROPAGATED = "link-routes-propagated";

const NEEDED = "whether what is told over the link ends in route tables";

interface Tables {
  /** Gateways that a tunnel or a peering leads away from. */
  linked: Set<string>;
  /** Gateways' static routes: `gateway via`. */
  fixed: Set<string>;
  /** Networks' static routes: `network via`, and `table via`. */
  routed: Set<string>;
}

/**
 * What one end of a link tells and the other learns ends where packets are looked up: in the gateway's table (or a static route stands
 * in its place), and in the tables of the subnets with hosts behind it.
 */
export function linkRoutesPropagated(network: Inventory): Judgement {
  const judgement: Judgement = { problems: [], unknowns: [] };
  const tables = tablesOf(network);
  for (const end of network.tunnelEnds) judgeEnd(end, tables, judgement);
  for (const attachment of network.attachments) {
    // What nothing leads away from has nobody to tell.
    if (attachment.gateway && tables.linked.has(attachment.gateway))
      judgeAttachment(attachment, tables, judgement);
  }
  judgePeerings(network, judgement);
  judgeSubnets(network, tables, judgement);
  return judgement;
}

function tablesOf(network: Inventory): Tables {
  const linked = new Set<string>();
  for (const { gateway } of network.tunnelEnds) if (gateway) linked.add(gateway);
  for (const { kind, own } of network.peerings) if (kind === "gateway-peering" && own) linked.add(own);
  const fixed = new Set(
    network.gatewayRoutes.flatMap(({ gateway, via }) => (gateway && via ? [`${gateway} ${via}`] : [])),
  );
  const routed = new Set(
    network.routes.flatMap(({ network: owner, table, via }) => {
      if (!via) return [];
      return table ? [`${table} ${via}`] : owner ? [`${owner} ${via}`] : [];
    }),
  );
  return { linked, fixed, routed };
}

function judgeEnd(end: TunnelEndFact, { fixed }: Tables, { problems, unknowns }: Judgement): void {
  const problem = (message: string) =>
    problems.push({
      rule: LINK_ROUTES_PROPAGATED,
      message: `${tunnelEndName(end)} ${message}`,
      subjects: [end.origin.urn],
    });
  const unknown = (what: string) =>
    unknowns.push(unknownAt({ urn: end.origin.urn }, `tunnel ${end.tunnel}'s ${what}`, NEEDED));
  if (isUnknown(end.lookedUp)) unknown("association with a route table");
  else if (end.lookedUp === false)
    problem(
      "is associated with no route table of its gateway, so what comes out of it is dropped; associate it with the table that knows " +
        "the networks behind the gateway.",
    );
  const hasRoutes =
    (end.gateway !== undefined && fixed.has(`${end.gateway} ${end.urn}`)) ||
    (!isUnknown(end.sends) && (end.sends?.length ?? 0) > 0);
  if (hasRoutes) return;
  if (isUnknown(end.learned)) unknown("propagation into a route table");
  else if (end.learned === false && end.bgp !== false)
    problem(
      "learns its peer's routes, and they go into no route table of its gateway, so nothing is sent into it; propagate it into the table " +
        "that the networks are associated with, or add static routes there.",
    );
  if (end.bgp === false && !isUnknown(end.sends))
    problem(
      "has neither BGP nor a static route, so nothing is sent into it; turn BGP on at both ends, or add the peer's ranges as static routes.",
    );
  if (isUnknown(end.sends)) unknown("static routes");
}

function judgeAttachment(
  attachment: AttachmentFact,
  { fixed }: Tables,
  { problems, unknowns }: Judgement,
): void {
  const { urn, gateway, network: attached, origin } = attachment;
  const name = `${nameIn(urn)} (${urn}), by which ${nameIn(attached ?? "a network")} is attached to ${nameIn(gateway ?? "")},`;
  const problem = (message: string) =>
    problems.push({
      rule: LINK_ROUTES_PROPAGATED,
      message: `${name} ${message}`,
      subjects: [origin.urn],
    });
  if (isUnknown(attachment.lookedUp))
    unknowns.push(unknownAt({ urn: origin.urn }, "association with a route table", NEEDED));
  else if (!attachment.lookedUp)
    problem(
      "is associated with no route table of the gateway, so what the network sends is dropped; associate it with the table that learns the link's routes.",
    );
  if (fixed.has(`${gateway} ${urn}`)) return;
  if (isUnknown(attachment.known))
    unknowns.push(unknownAt({ urn: origin.urn }, "propagation into a route table", NEEDED));
  else if (!attachment.known)
    problem(
      "is propagated into no route table of the gateway, so the other end is told nothing of the network; propagate it, or add a static route.",
    );
}

/**
 * Peerings of transit gateways, over which nobody tells anything (no BGP): each side's table has a static route over it to every network
 * at the other side, be it to a part of it or to more.
 */
function judgePeerings(network: Inventory, { problems }: Judgement): void {
  const halves = network.peerings.filter(({ kind }) => kind === "gateway-peering");
  for (const { own, peer, accepted } of halves) {
    if (!own || !peer || own === peer || accepted === false) continue;
    const over = new Set(
      halves
        .filter((half) => [half.own, half.peer].every((gateway) => gateway === own || gateway === peer))
        .map(({ urn }) => urn),
    );
    // One in a table of which nobody sees whose it is may be this side's.
    const routes = network.gatewayRoutes.filter(
      ({ gateway, via }) => (gateway === own || gateway === undefined) && via && over.has(via),
    );
    if (routes.some(({ destination }) => isUnknown(destination))) continue;
    const told = routes.flatMap(({ destination }) =>
      isUnknown(destination) ? [] : (cidrOf(destination) ?? []),
    );
    const far = new Set(
      network.attachments.flatMap(({ gateway, network: attached }) =>
        gateway === peer && attached ? [attached] : [],
      ),
    );
    for (const range of network.ranges) {
      const cidr = isUnknown(range.cidr) ? undefined : cidrOf(range.cidr);
      if (range.use !== "network" || !far.has(range.owner) || !cidr) continue;
      if (told.some((one) => overlaps(one, cidr))) continue;
      const [urn = own] = over;
      problems.push({
        rule: LINK_ROUTES_PROPAGATED,
        message:
          `${nameIn(own)} (${own}) has no static route over its peering ${nameIn(urn)} to ${String(range.cidr)} of ` +
          `${range.member ?? nameIn(range.owner)} at ${nameIn(peer)}, and over a peering no route is learned, so nothing is sent there; add the route.`,
        subjects: [urn, own, peer],
      });
    }
  }
}

function cidrOf(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  return "fault" in cidr ? undefined : cidr;
}

/** Subnets with hosts whose table leads to no gateway that a link leads away from. */
function judgeSubnets(
  network: Inventory,
  { linked, routed }: Tables,
  { problems, unknowns }: Judgement,
): void {
  const ways = new Map<string, AttachmentFact[]>();
  for (const attachment of network.attachments) {
    const { gateway, network: attached } = attachment;
    if (!gateway || !attached || !linked.has(gateway)) continue;
    const list = ways.get(attached);
    if (list) list.push(attachment);
    else ways.set(attached, [attachment]);
  }
  for (const subnet of network.subnets) {
    const own = subnet.hosts && subnet.network ? (ways.get(subnet.network) ?? []) : [];
    if (own.length === 0) continue;
    const at = [subnet.table, subnet.network].filter((one) => one !== undefined);
    if (own.some(({ gateway }) => at.some((one) => routed.has(`${one} ${gateway}`)))) continue;
    const taught = own.filter((attachment) => attachment.taught !== false);
    if (
      taught.some((attachment) => attachment.taught === true) &&
      subnet.learns !== false &&
      !isUnknown(subnet.learns)
    )
      continue;
    const open = taught.some((attachment) => isUnknown(attachment.taught)) || isUnknown(subnet.learns);
    if (open && subnet.learns !== false) {
      unknowns.push(unknownAt({ urn: subnet.origin.urn }, "learning of the gateway's routes", NEEDED));
      continue;
    }
    const gateways = own.map(({ gateway }) => nameIn(gateway ?? "")).join(", ");
    problems.push({
      rule: LINK_ROUTES_PROPAGATED,
      message:
        `${nameIn(subnet.urn)} (${subnet.urn}) holds hosts, and no route of its table leads to ${gateways}, so what the link's other end tells ` +
        "never reaches them; add routes to the other end's ranges, or let the subnet learn the gateway's.",
      subjects: [subnet.origin.urn],
    });
  }
}
