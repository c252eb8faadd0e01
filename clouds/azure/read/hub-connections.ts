import { list, text } from "../../../network/model/property";
import type { Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type AzureResources, inline, referred } from "./resources";

/** A connection of a hub's VPN gateway to a site, as its own resource or inline in its gateway. */
export interface HubConnection {
  /** The resource that it is written in. */
  from: Resource;
  gateway?: Resource;
  site?: Resource;
  links: HubLink[];
}

/** One of its links: a site's lines each have one. */
export interface HubLink {
  /** Path of what is said of it, with a dot at its end; empty where the connection itself says it, as before links were. */
  at: string;
  /** From 1, in its resource. */
  tunnel: number;
  /** Path of the site's own word of that line, with a dot at its end. `undefined` where nobody can tell which it is. */
  line?: string;
}

/** All of them. In a gateway that has connections of their own, those that are listed inline are the same ones, told by Azure. */
export function hubConnections(resources: AzureResources): HubConnection[] {
  const apart = resources.ofKind("network:VpnConnection").map((from) => {
    const gateway = referred(resources, { from, path: "gatewayName", kind: "network:VpnGateway" });
    return connectionAt(resources, from, "", gateway, 1);
  });
  const told = new Set(apart.map(({ gateway }) => gateway));
  const within = resources
    .ofKind("network:VpnGateway")
    .filter((gateway) => !told.has(gateway))
    .flatMap((gateway) => {
      const connections = inline(gateway, "connections");
      if (isUnknown(connections)) return [];
      let tunnel = 1;
      return connections.map((_, index) => {
        const made = connectionAt(resources, gateway, `connections.${index}.`, gateway, tunnel);
        tunnel += made.links.length;
        return made;
      });
    });
  return [...apart, ...within];
}

function connectionAt(
  resources: AzureResources,
  from: Resource,
  at: string,
  gateway: Resource | undefined,
  first: number,
): HubConnection {
  const site = referred(resources, { from, path: `${at}remoteVpnSite.id`, kind: "network:VpnSite" });
  const links =
    at === "" ? inline(from, "vpnLinkConnections") : (list(from.props, `${at}vpnLinkConnections`) ?? []);
  const found: HubLink[] =
    isUnknown(links) || links.length === 0
      ? [
          {
            at: isUnknown(links) ? `${at}vpnLinkConnections.0.` : at,
            tunnel: first,
            ...lineOf(site, undefined, 0, 1),
          },
        ]
      : links.map((link, index) => ({
          at: `${at}vpnLinkConnections.${index}.`,
          tunnel: first + index,
          ...lineOf(site, text(link, "vpnSiteLink.id"), index, links.length),
        }));
  return { from, ...(gateway ? { gateway } : {}), ...(site ? { site } : {}), links: found };
}

/** By the name at the end of the line's id; while that is unknown, by its place where each of the site's lines has one link. */
function lineOf(
  site: Resource | undefined,
  id: unknown,
  index: number,
  count: number,
): Pick<HubLink, "line"> {
  const lines = site && list(site.props, "vpnSiteLinks");
  if (lines === undefined) return site ? { line: "" } : {};
  if (isUnknown(lines)) return {};
  if (lines.length === 0) return { line: "" };
  const name = typeof id === "string" ? id.split("/").at(-1) : undefined;
  const named = lines.findIndex((line) => name !== undefined && text(line, "name") === name);
  const at = named >= 0 ? named : name === undefined && lines.length === count ? index : -1;
  return at < 0 ? {} : { line: `vpnSiteLinks.${at}.` };
}
