import type { DeviceSide, TunnelSide } from "./side";
import { interfaceName } from "./strongswan";

/**
 * `frr.conf` of one device: one BGP session a tunnel, with lists of exactly the prefixes to tell and to take ("BGP", FRRouting
 * documentation 10, 2025). No default route is in any list, and what is in none is neither told nor taken.
 */
export function frrConfig(device: DeviceSide): string {
  const { site, address, asn, advertise, tunnels } = device;
  return [
    `! ${site}, device ${address}: /etc/frr/frr.conf, printed by isthmus plan. It holds no secret.`,
    "frr defaults traditional",
    `hostname ${site}`,
    "log syslog informational",
    "!",
    ...prefixList("to-mesh", advertise),
    ...linksOf(tunnels).flatMap(({ member, expect }) => prefixList(`from-${member}`, expect)),
    `router bgp ${asn}`,
    ` bgp router-id ${address}`,
    " no bgp default ipv4-unicast",
    " bgp ebgp-requires-policy",
    // The prefixes are told as the plan says, however the site's own routes are cut.
    " no bgp network import-check",
    ...tunnels.flatMap(neighbor),
    " !",
    " address-family ipv4 unicast",
    ...advertise.map((prefix) => `  network ${prefix}`),
    // No more paths are equal, by the same ASNs, than one link has tunnels; FRR refuses more than it was built for.
    `  maximum-paths ${mostOfOneLink(tunnels)}`,
    ...tunnels.flatMap(({ inside, member }) => [
      `  neighbor ${inside.remote} activate`,
      `  neighbor ${inside.remote} prefix-list to-mesh out`,
      `  neighbor ${inside.remote} prefix-list from-${member} in`,
    ]),
    " exit-address-family",
    "exit",
    "!",
    "line vty",
    "!",
    "",
  ].join("\n");
}

/** The first tunnel of each link: all of one link take the same prefixes. */
function linksOf(tunnels: TunnelSide[]): TunnelSide[] {
  return tunnels.filter((tunnel, index) => tunnels.findIndex(({ link }) => link === tunnel.link) === index);
}

function mostOfOneLink(tunnels: TunnelSide[]): number {
  return Math.max(1, ...tunnels.map(({ link }) => tunnels.filter((other) => other.link === link).length));
}

function prefixList(name: string, prefixes: string[]): string[] {
  return [
    ...prefixes.map((prefix, index) => `ip prefix-list ${name} seq ${5 * (index + 1)} permit ${prefix}`),
    "!",
  ];
}

function neighbor(tunnel: TunnelSide): string[] {
  const { inside, remoteAsn, bgp, name, sameSubnet } = tunnel;
  const lines = [
    `remote-as ${remoteAsn}`,
    `description ${name}`,
    `timers ${bgp.keepalive} ${bgp.hold}`,
    `update-source ${inside.local}`,
    // The device has one address for both tunnels, so the other end's is in no subnet of it (azure-docs
    // `vpn-gateway-activeactive-rm-powershell.md` @ 02affc8, "eBGP Multihop").
    ...(sameSubnet ? [] : ["ebgp-multihop 2"]),
  ];
  return [` ! by ${interfaceName(tunnel)}`, ...lines.map((line) => ` neighbor ${inside.remote} ${line}`)];
}
