import type { Inventory } from "../model/inventory";
import { isUnknown } from "../model/resource";
import { type Prefix, prefixOf } from "./interval";
import type { Attachment, GatewayNode, NetworkNode } from "./layout";

export function attach(
  { attachments }: Inventory,
  networks: NetworkNode[],
  gateways: GatewayNode[],
  idOf: Map<string, number>,
  gatewayIds: Map<string, number>,
): void {
  const add = (attachment: Attachment): void => {
    networks[attachment.network]?.attachments.push(attachment);
    gateways[attachment.gateway]?.attachments.push(attachment);
  };
  const told = new Set(attachments.map(({ gateway }) => gateway));
  for (const { gateway, network, zones, known, lookedUp, taught, origin } of attachments) {
    const [at, of] = [gatewayIds.get(gateway ?? ""), idOf.get(network ?? "")];
    if (at === undefined || of === undefined) continue;
    const reached = zones === undefined || isUnknown(zones) ? {} : { zones };
    add({ network: of, gateway: at, known, lookedUp, taught, ...reached, origin });
  }
  // Of a gateway whose reader tells no more than whose it is: all of it is taken to work. Of one of AWS that is a resource here every
  // attachment is told, so without one it has none.
  for (const { id, fact, member } of gateways) {
    if (
      told.has(fact.urn) ||
      (fact.cloud === "aws" && fact.networks.length === 0 && fact.origin.urn === fact.urn)
    )
      continue;
    const own = networks.filter((one) =>
      fact.networks.length > 0 ? fact.networks.includes(one.urn) : one.member === member,
    );
    for (const one of own) {
      add({
        network: one.id,
        gateway: id,
        known: true,
        lookedUp: true,
        taught: true,
        origin: fact.origin,
      });
    }
  }
}

/** What is set, else every range of the networks that it knows. */
export function toldBy({ fact, attachments }: GatewayNode, networks: NetworkNode[]): Prefix[] {
  const { advertises } = fact;
  if (advertises !== undefined) {
    return isUnknown(advertises) ? [] : advertises.flatMap((text) => prefixOf(text) ?? []);
  }
  return attachments.flatMap(({ network, known }) =>
    known === false ? [] : (networks[network]?.ranges ?? []),
  );
}
