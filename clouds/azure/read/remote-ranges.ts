import type { RemoteRangeFact } from "../../../network/model/network";
import { texts } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import { gatewaysOfVnets } from "./gateways";
import { hubConnections } from "./hub-connections";
import { hubOf, networksOfHub } from "./hubs";
import { type AzureResources, referred } from "./resources";

/** Ranges at the other side of VPNs: address spaces of local network gateways, and of the sites of Virtual WAN. */
export function readRemoteRanges(resources: AzureResources): RemoteRangeFact[] {
  const bySite = senders(resources);
  return [
    ...resources
      .ofKind("network:LocalNetworkGateway")
      .flatMap((peer) => factsOf(peer, "localNetworkAddressSpace", bySite.get(peer) ?? [])),
    ...resources
      .ofKind("network:VpnSite")
      .flatMap((site) => factsOf(site, "addressSpace", bySite.get(site) ?? [])),
  ];
}

function factsOf(from: Resource, property: string, senders: readonly string[]): RemoteRangeFact[] {
  const space = spaceOf(from, property) ?? [];
  return (isUnknown(space) ? [UNKNOWN] : space).map((cidr) => ({
    cidr,
    cloud: "azure",
    from: [...new Set(senders)],
    origin: { urn: from.urn, property: `${property}.addressPrefixes` },
  }));
}

/** An address space that somebody wrote; `undefined` where nobody did, which a preview shows as unknown. */
export function spaceOf(from: Resource, property: string): OrUnknown<string[]> | undefined {
  const prefixes = texts(from.props, `${property}.addressPrefixes`);
  if (isUnknown(prefixes)) {
    const written =
      !isUnknown(from.props[property]) || (from.propertyDependencies[property] ?? []).length > 0;
    return written ? UNKNOWN : undefined;
  }
  return prefixes?.length === 0 ? undefined : prefixes;
}

/** URNs of the networks behind the gateways that are connected to each site. */
function senders(resources: AzureResources): Map<Resource, string[]> {
  const found = new Map<Resource, string[]>();
  const add = (site: Resource | undefined, networks: readonly string[]) => {
    if (site) found.set(site, [...(found.get(site) ?? []), ...networks]);
  };
  const networksOf = new Map(gatewaysOfVnets(resources).map(({ urn, networks }) => [urn, networks]));
  for (const from of resources.ofKind("network:VirtualNetworkGatewayConnection")) {
    const gateway = referred(resources, {
      from,
      path: "virtualNetworkGateway1.id",
      kind: "network:VirtualNetworkGateway",
    });
    const kind = "network:LocalNetworkGateway";
    add(
      referred(resources, { from, path: "localNetworkGateway2.id", kind }),
      networksOf.get(gateway?.urn ?? "") ?? [],
    );
  }
  for (const { gateway, site } of hubConnections(resources)) {
    const hub = gateway && hubOf(resources, gateway);
    add(site, [...networksOfHub(resources, hub), ...(hub ? [hub.urn] : [])]);
  }
  return found;
}
