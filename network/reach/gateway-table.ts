import { longest } from "./interval";
import type { Atom, Attachment, GatewayNode, Layout } from "./layout";
import type { Announcements, Lost } from "./learned";

export function isLost({ gateway, over }: Attachment, lost: Lost): boolean {
  return lost.gateways.has(gateway) || (over !== undefined && lost.joins.has(over));
}

/** The network at a gateway that an atom lies in, by the longest of its ranges. */
export function localAt(
  { attachments }: GatewayNode,
  atom: Atom,
  { networks }: Layout,
  lost: Lost,
): { length: number; attachment: Attachment } | undefined {
  const attachment = attachments.find(
    (one) => one.network === atom.network && one.known !== false && !isLost(one, lost),
  );
  const [range] = attachment ? longest(networks[atom.network]?.ranges ?? [], atom) : [];
  return attachment && range && { length: range.length, attachment };
}

/** A tunnel that is given what goes to the atom, whatever BGP says. */
export function sentFrom(
  gateway: GatewayNode,
  atom: Atom,
  announcements: Announcements,
  lost: Lost,
): { length: number; join: number } | undefined {
  let best: { length: number; join: number } | undefined;
  for (const { join, tunnel, prefixes } of announcements.sentBy(gateway)) {
    if (lost.joins.has(join) || lost.tunnels.has(tunnel)) continue;
    const [prefix] = longest(prefixes, atom);
    if (prefix && prefix.length > (best?.length ?? -1)) best = { length: prefix.length, join };
  }
  return best;
}
