import type { GatewayFact, TunnelEndFact } from "../../../network/model/network";
import { flag, list, number, text } from "../../../network/model/property";
import type { OrUnknown, Resource } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";
import type { ResourceIndex } from "../../../network/model/resource-index";
import { exists, settled } from "../../../network/model/standing";
import { perIndex } from "../../per-index";
import { proposalsOf } from "./proposals";
import { gatewayOfTunnel, gatewaysOf, networkOf, regionOf, TYPES } from "./types";

/** VPN gateways, highly available and classic ones, with what their Cloud Routers say. */
export function readGateways(resources: ResourceIndex): GatewayFact[] {
  return gatewaysOf(resources).map((gateway): GatewayFact => {
    const network = networkOf(resources, gateway);
    const router = routerOfGateway(resources, gateway);
    return {
      urn: gateway.urn,
      cloud: "gcp",
      region: regionOf(resources, gateway),
      networks: network ? [network] : [],
      asn: asnOf(router),
      advertises: router ? advertisedBy(resources, router) : UNKNOWN,
      origin: { urn: (router ?? gateway).urn, ...(router ? { property: "bgp" } : {}) },
    };
  });
}

export function readTunnelEnds(resources: ResourceIndex): TunnelEndFact[] {
  return resources.ofType(TYPES.tunnel).map((tunnel): TunnelEndFact => {
    const port = interfaceOf(resources, tunnel);
    const session = port && sessionOn(resources, port);
    const router = routerOf(resources, tunnel, port, session);
    return {
      urn: tunnel.urn,
      tunnel: 1,
      cloud: "gcp",
      gateway: gatewayOfTunnel(resources, tunnel)?.urn,
      // A classic gateway has one only.
      interface: number(tunnel.props, "vpnGatewayInterface") ?? (tunnel.props.targetVpnGateway ? 0 : UNKNOWN),
      address: hostOf(text(port?.props, "ipRange")) ?? text(session?.props, "ipAddress") ?? UNKNOWN,
      peerAddress: text(session?.props, "peerIpAddress") ?? UNKNOWN,
      asn: asnOf(router),
      peerAsn: number(session?.props, "peerAsn") ?? UNKNOWN,
      peerOutside: peerOutsideOf(resources, tunnel),
      ...goingTo(resources, tunnel),
      ike: ikeOf(tunnel),
      bgp:
        port !== undefined &&
        session !== undefined &&
        // A tunnel to nobody carries nothing.
        !resources.namesMissing(tunnel, "peerExternalGateway", TYPES.peerGateway) &&
        (flag(session.props, "enable") ?? true),
      ...keepaliveOf(router),
      ...sending(resources, tunnel, session),
      ...proposalsOf(tunnel.props),
      ...presence(resources, tunnel),
      origin: { urn: tunnel.urn },
    };
  });
}

/**
 * By the tunnel's link, which Google Cloud alone tells. A tunnel changes nothing but its labels in place (`VpnTunnel`, Compute
 * API, 2026), so with a new key it is made anew and looks as if it never was: then its peer's gateway tells that it was.
 */
function presence(resources: ResourceIndex, tunnel: Resource): Pick<TunnelEndFact, "present"> {
  if (exists(tunnel, "selfLink")) return { present: { changing: [] } };
  const peer = resources.referred(tunnel, "peerExternalGateway", TYPES.peerGateway);
  const find = (urn: string) => resources.get(urn);
  if (!peer || !exists(peer, "selfLink") || settled(find, tunnel, "sharedSecret")) return {};
  return { present: { changing: ["key"] } };
}

/** What the session alone is told to tell, and what static routes give to the tunnel. */
function sending(
  resources: ResourceIndex,
  tunnel: Resource,
  session: Resource | undefined,
): Pick<TunnelEndFact, "advertises" | "sends"> {
  const custom = session ? customRanges(session.props, "") : undefined;
  const fixed = resources
    .ofType(TYPES.route)
    .filter((route) => resources.referredAll(route, "nextHopVpnTunnel", TYPES.tunnel).includes(tunnel))
    .map((route) => text(route.props, "destRange") ?? UNKNOWN);
  const sends = fixed.every((range): range is string => !isUnknown(range)) ? fixed : UNKNOWN;
  return {
    ...(custom === undefined ? {} : { advertises: custom }),
    ...(fixed.length === 0 ? {} : { sends }),
  };
}

/** Where the tunnel comes from and goes to, while addresses are not known. */
function goingTo(
  resources: ResourceIndex,
  tunnel: Resource,
): Pick<TunnelEndFact, "outsideFrom" | "peerOutsideFrom" | "peerPort"> {
  const own = resources.referred(tunnel, "vpnGateway", TYPES.gateway);
  const peer = resources.referred(tunnel, "peerExternalGateway", TYPES.peerGateway);
  const port = number(tunnel.props, "peerExternalGatewayInterface");
  const from = peer?.propertyDependencies.interfaces;
  return {
    ...(own ? { outsideFrom: [own.urn] } : {}),
    ...(from ? { peerOutsideFrom: from } : {}),
    ...(peer && port !== undefined ? { peerPort: isUnknown(port) ? UNKNOWN : `${peer.urn} ${port}` } : {}),
  };
}

/** Of the peer's gateway, the address of the interface that the tunnel goes to; of a classic one, the address that it is told. */
function peerOutsideOf(resources: ResourceIndex, tunnel: Resource): OrUnknown<string> | undefined {
  if (tunnel.props.targetVpnGateway !== undefined) return text(tunnel.props, "peerIp") ?? UNKNOWN;
  const peer = resources.referred(tunnel, "peerExternalGateway", TYPES.peerGateway);
  const id = number(tunnel.props, "peerExternalGatewayInterface");
  const ports = list(peer?.props, "interfaces") ?? [];
  if (isUnknown(ports) || isUnknown(id)) return UNKNOWN;
  return text(
    ports.find((port) => number(port, "id") === id),
    "ipAddress",
  );
}

/** One version only; 2 where none is set (`VpnTunnel.ikeVersion`, Compute API, 2026). */
function ikeOf(tunnel: Resource): OrUnknown<number[]> {
  const version = number(tunnel.props, "ikeVersion") ?? 2;
  return isUnknown(version) ? UNKNOWN : [version];
}

/** The router's interface that stands in the tunnel. */
function interfaceOf(resources: ResourceIndex, tunnel: Resource): Resource | undefined {
  return interfaces(resources).get(tunnel);
}

/** The first interface of each tunnel. */
const interfaces = perIndex((resources: ResourceIndex) => {
  const byTunnel = new Map<Resource, Resource>();
  for (const port of resources.ofType(TYPES.routerInterface))
    for (const tunnel of resources.referredAll(port, "vpnTunnel", TYPES.tunnel))
      if (!byTunnel.has(tunnel)) byTunnel.set(tunnel, port);
  return byTunnel;
});

/** The BGP session over an interface. Interfaces' names are unique in their router only. */
function sessionOn(resources: ResourceIndex, port: Resource): Resource | undefined {
  const router = resources.referred(port, "router", TYPES.router);
  return sessionsBy(resources)
    .port.get(port)
    ?.find((session) => resources.referred(session, "router", TYPES.router) === router);
}

/** BGP sessions by the interface and by the router that they name. */
const sessionsBy = perIndex((resources: ResourceIndex) => {
  const [port, router] = [new Map<Resource, Resource[]>(), new Map<Resource | undefined, Resource[]>()];
  for (const session of resources.ofType(TYPES.routerPeer)) {
    for (const one of resources.referredAll(session, "interface", TYPES.routerInterface))
      port.set(one, [...(port.get(one) ?? []), session]);
    const own = resources.referred(session, "router", TYPES.router);
    const same = router.get(own);
    if (same) same.push(session);
    else router.set(own, [session]);
  }
  return { port, router };
});

function routerOf(resources: ResourceIndex, ...naming: (Resource | undefined)[]): Resource | undefined {
  for (const resource of naming) {
    const router = resource && resources.referred(resource, "router", TYPES.router);
    if (router) return router;
  }
  return undefined;
}

/** The router of the gateway's tunnels; before there are any, the only one in its network that speaks BGP. */
function routerOfGateway(resources: ResourceIndex, gateway: Resource): Resource | undefined {
  for (const tunnel of tunnelsOf(resources).get(gateway) ?? []) {
    const port = interfaceOf(resources, tunnel);
    const router = routerOf(resources, tunnel, port);
    if (router) return router;
  }
  const network = networkOf(resources, gateway);
  const region = regionOf(resources, gateway);
  const candidates = resources
    .ofType(TYPES.router)
    .filter(
      (router) =>
        network !== undefined &&
        networkOf(resources, router) === network &&
        regionOf(resources, router) === region &&
        router.props.bgp !== undefined,
    );
  return candidates.length === 1 ? candidates[0] : undefined;
}

function keepaliveOf(router: Resource | undefined): Pick<TunnelEndFact, "keepalive"> {
  const keepalive = number(router?.props, "bgp.keepaliveInterval");
  return keepalive === undefined ? {} : { keepalive };
}

function asnOf(router: Resource | undefined): OrUnknown<number> {
  return number(router?.props, "bgp.asn") ?? UNKNOWN;
}

/** Tunnels by their gateway. */
const tunnelsOf = perIndex((resources: ResourceIndex) => {
  const byGateway = new Map<Resource | undefined, Resource[]>();
  for (const tunnel of resources.ofType(TYPES.tunnel)) {
    const gateway = gatewayOfTunnel(resources, tunnel);
    const same = byGateway.get(gateway);
    if (same) same.push(tunnel);
    else byGateway.set(gateway, [tunnel]);
  }
  return byGateway;
});

/** All that the router's sessions tell together; `undefined` where one tells what Google Cloud decides, its subnets. */
function advertisedBy(resources: ResourceIndex, router: Resource): OrUnknown<string[]> | undefined {
  const ofRouter = customRanges(router.props, "bgp.");
  const sessions = sessionsBy(resources).router.get(router) ?? [];
  const told =
    sessions.length === 0
      ? [ofRouter]
      : sessions.map((session) =>
          (text(session.props, "advertiseMode") ?? "DEFAULT") === "DEFAULT"
            ? ofRouter
            : customRanges(session.props, ""),
        );
  if (told.some(isUnknown)) return UNKNOWN;
  const ranges = told.map((one) => (Array.isArray(one) ? one : undefined));
  if (ranges.includes(undefined)) return undefined;
  return [...new Set(ranges.flatMap((one) => one ?? []))].sort();
}

/** Ranges of the mode CUSTOM; `undefined` in the other, and with a group such as ALL_SUBNETS. */
function customRanges(props: unknown, prefix: "bgp." | ""): OrUnknown<string[]> | undefined {
  const mode = text(props, `${prefix}advertiseMode`);
  const groups = list(props, `${prefix}advertisedGroups`) ?? [];
  const ranges = list(props, `${prefix}advertisedIpRanges`) ?? [];
  if (isUnknown(mode) || isUnknown(groups) || isUnknown(ranges)) return UNKNOWN;
  if (mode !== "CUSTOM" || groups.length > 0) return undefined;
  const found = ranges.map((range) => text(range, "range") ?? UNKNOWN);
  return found.every((range): range is string => !isUnknown(range)) ? found : UNKNOWN;
}

/** `169.254.64.2` of `169.254.64.2/30`. */
function hostOf(range: OrUnknown<string> | undefined): OrUnknown<string> | undefined {
  return range === undefined || isUnknown(range) ? range : range.split("/")[0] || UNKNOWN;
}
