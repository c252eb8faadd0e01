import type { OtherInterface } from "../../../network/model/network";
import { flag, list, text, texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";

/** A connection's own inside address, and the gateway's instance that has it. */
export interface Inside {
  address: OrUnknown<string>;
  interface: OrUnknown<number>;
  /** What the connection names for the other instance: in use only where the peer speaks to that one too. */
  others?: OtherInterface[];
}

/**
 * A connection names an address for each instance and uses the one that stands in one /30 with its peer's; without any it
 * uses the gateway's own BGP address.
 *
 * @param written what the connection names: addresses, each with its instance's IP configuration
 */
export function insideOf(
  written: OrUnknown<unknown[]> | undefined,
  gateway: Resource | undefined,
  peerAddress: OrUnknown<string>,
): Inside {
  const named = written ?? [];
  if (isUnknown(named)) return { address: UNKNOWN, interface: UNKNOWN };
  if (named.length === 0) return ofGateway(gateway, peerAddress);
  const index = named.findIndex((entry) => sameInside(text(entry, "customBgpIpAddress"), peerAddress));
  if (index < 0) return { address: UNKNOWN, interface: UNKNOWN };
  const address = text(named[index], "customBgpIpAddress") ?? UNKNOWN;
  const instance = (at: number) => {
    const own = text(named[at], "customBgpIpAddress") ?? UNKNOWN;
    return instanceOf(gateway, own, text(named[at], "ipConfigurationId")) ?? at;
  };
  const others = named.flatMap((other, at): OtherInterface[] => {
    const own = text(other, "customBgpIpAddress");
    return at === index || typeof own !== "string" ? [] : [{ interface: instance(at), address: own }];
  });
  return { address, interface: instance(index), ...(others.length > 0 ? { others } : {}) };
}

function ofGateway(gateway: Resource | undefined, peerAddress: OrUnknown<string>): Inside {
  const all = instances(gateway).flatMap((addresses) => (isUnknown(addresses) ? [] : addresses));
  const address =
    all.find((own) => sameInside(own, peerAddress)) ??
    all[0] ??
    text(gateway?.props, "bgpSettings.bgpPeeringAddress") ??
    UNKNOWN;
  const single = flag(gateway?.props, "activeActive") === false;
  return { address, interface: instanceOf(gateway, address, undefined) ?? (single ? 0 : UNKNOWN) };
}

/** Inside addresses by instance. */
function instances(gateway: Resource | undefined): OrUnknown<string[]>[] {
  const listed = list(gateway?.props, "bgpSettings.bgpPeeringAddresses") ?? [];
  return isUnknown(listed) ? [] : listed.map((entry) => texts(entry, "customBgpIpAddresses") ?? []);
}

/** By the address, which the gateway lists under its instance; else by the name at the end of the IP configuration's id. */
function instanceOf(
  gateway: Resource | undefined,
  address: OrUnknown<string>,
  configurationId: OrUnknown<string> | undefined,
): number | undefined {
  if (isUnknown(address)) return undefined;
  const byAddress = instances(gateway).findIndex((own) => !isUnknown(own) && own.includes(address));
  if (byAddress >= 0) return byAddress;
  if (configurationId === undefined || isUnknown(configurationId)) return undefined;
  const name = configurationId.split("/").at(-1) ?? configurationId;
  // A hub's gateway has two, and calls them so ("VpnGateway", Azure Network API, 2024-05-01).
  const ofHub = /^Instance([01])$/.exec(name)?.[1];
  if (ofHub !== undefined) return Number(ofHub);
  const configurations = list(gateway?.props, "ipConfigurations") ?? [];
  if (isUnknown(configurations)) return undefined;
  const byName = configurations.findIndex((configuration) => text(configuration, "name") === name);
  return byName >= 0 ? byName : undefined;
}

/** Whether two addresses stand in one /30. */
function sameInside(one: OrUnknown<string> | undefined, other: OrUnknown<string>): boolean {
  if (one === undefined || isUnknown(one) || isUnknown(other)) return false;
  const [a, b] = [one, other].map((address) => /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(address));
  return a?.[1] !== undefined && a[1] === b?.[1] && Number(a[2]) >> 2 === Number(b[2]) >> 2;
}
