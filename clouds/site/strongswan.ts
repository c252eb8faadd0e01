import { SUITE } from "../../network/link/suite";
import { type DeviceSide, DPD_SECONDS, type TunnelSide } from "./side";

/** strongSwan's words for Diffie-Hellman groups by number ("IKEv2 Cipher Suites", strongSwan documentation, 2025). */
const GROUPS: Record<number, string> = { 19: "ecp256", 20: "ecp384", 21: "ecp521", 31: "curve25519" };

/** The mesh's suite in strongSwan's words: with AES-GCM the hash of IKE is its pseudo-random function, and ESP has none. */
const IKE_PROPOSAL = `${SUITE.phase1.encryption}-prf${SUITE.phase1.integrity}-${groupOf(SUITE.phase1.group)}`;
const ESP_PROPOSAL = `${SUITE.phase2.encryption}-${groupOf(SUITE.phase2.group)}`;

/** File beside the configuration with what the plan does not know: the clouds' addresses and the keys. */
export function secretsFile(site: string): string {
  return `${site}.secrets.conf`;
}

/**
 * `swanctl.conf` of one device: route-based, with an XFRM interface for each tunnel ("Route-based VPN", strongSwan documentation
 * 5.9; kernel 4.19, iproute2 5.1). It holds no key, and no address of a cloud: both are in the file that it includes, which the
 * command at its head makes. strongSwan merges sections of one name.
 */
export function strongswanConfig(device: DeviceSide): string {
  return [
    ...head(device),
    "connections {",
    ...device.tunnels.flatMap((tunnel) => connection(device, tunnel)),
    "}",
    "",
    `include ${secretsFile(device.site)}`,
    "",
  ].join("\n");
}

/** Of Linux, at most 15 characters. */
export function interfaceName({ interfaceId }: TunnelSide): string {
  return `ipsec${interfaceId}`;
}

function connectionName({ member, number }: TunnelSide): string {
  return `${member}-${number}`;
}

function head(device: DeviceSide): string[] {
  const { site, address, tunnels } = device;
  return [
    `# ${site}, device ${address}: /etc/swanctl/swanctl.conf for strongSwan 5.9 or newer, printed by isthmus plan.`,
    "#",
    `# The clouds' addresses and the keys are known after the update. This writes them to ${secretsFile(site)}, which goes beside`,
    "# this file and is secret; once more after each new key:",
    "#",
    ...secretsCommand(device).map((line) => `#   ${line}`),
    "#",
    "# Interfaces, made before strongSwan starts (WAN is the device's outside interface), and the TCP segments that fit them:",
    "#",
    "#   nft add table inet isthmus",
    "#   nft 'add chain inet isthmus forward { type filter hook forward priority mangle; }'",
    ...tunnels.flatMap((tunnel) => interfaceCommands(tunnel).map((line) => `#   ${line}`)),
    "#",
    "# Packets of one flow may come by another tunnel than they leave by:",
    "#",
    "#   sysctl -w net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=2",
    "",
  ];
}

/**
 * The output `sites` of the mesh, turned into strongSwan's sections by jq. The name of a connection is made of its tunnel's:
 * `dublin-1` of `dublin~office/tunnel/1`.
 */
function secretsCommand({ site, address, tunnels }: DeviceSide): string[] {
  const names = JSON.stringify(tunnels.map(({ name }) => name));
  return [
    `umask 077 && pulumi stack output sites --show-secrets --json | jq -r '`,
    `  .["${site}"] as $s | ${names}[] as $t`,
    `  | ($t | split("/tunnel/")) as [$link, $number]`,
    `  | ($link | split("~") | map(select(. != "${site}"))[0] + "-" + $number) as $name`,
    `  | "connections { \\($name) { remote_addrs = \\($s.peers[$t])",`,
    `    " remote { id = \\($s.peers[$t])", " } } }",`,
    `    "secrets { ike-\\($name) { id-local = ${address}",`,
    `    " id-remote = \\($s.peers[$t])", " secret = \\"\\($s.keys[$t])\\"", " } }"' > ${secretsFile(site)}`,
  ];
}

function interfaceCommands(tunnel: TunnelSide): string[] {
  const name = interfaceName(tunnel);
  const { local, remote } = tunnel.inside;
  const address = tunnel.sameSubnet ? `${local}/30` : `${local} peer ${remote}/32`;
  return [
    `ip link add ${name} type xfrm dev WAN if_id ${tunnel.interfaceId} # ${tunnel.name}`,
    `ip link set ${name} mtu ${tunnel.mtu} up && ip address add ${address} dev ${name}`,
    `nft add rule inet isthmus forward oifname ${name} tcp flags syn tcp option maxseg size set ${tunnel.mss}`,
  ];
}

function connection({ address }: DeviceSide, tunnel: TunnelSide): string[] {
  const { interfaceId, lifetimes } = tunnel;
  const lines = [
    `# ${tunnel.name}, to ${tunnel.member} in ${tunnel.cloud}${sharedKey(tunnel)}`,
    `${connectionName(tunnel)} {`,
    `  version = ${SUITE.ike}`,
    `  local_addrs = ${address}`,
    `  proposals = ${IKE_PROPOSAL}`,
    `  rekey_time = ${lifetimes.ike}s`,
    `  dpd_delay = ${DPD_SECONDS}s`,
    "  keyingtries = 0",
    "  mobike = no",
    "  local {",
    "    auth = psk",
    `    id = ${address}`,
    "  }",
    "  remote {",
    "    auth = psk",
    "  }",
    "  children {",
    "    mesh {",
    "      mode = tunnel",
    // What goes through is the routes' choice; with an interface's id strongSwan sets none of its own.
    "      local_ts = 0.0.0.0/0",
    "      remote_ts = 0.0.0.0/0",
    `      if_id_in = ${interfaceId}`,
    `      if_id_out = ${interfaceId}`,
    `      esp_proposals = ${ESP_PROPOSAL}`,
    `      rekey_time = ${lifetimes.esp}s`,
    "      start_action = start",
    "      dpd_action = restart",
    "    }",
    "  }",
    "}",
  ];
  return lines.map((line) => `  ${line}`);
}

function sharedKey({ name, keyOf }: TunnelSide): string {
  return name === keyOf ? "" : `; its key is that of ${keyOf}`;
}

function groupOf(group: number): string {
  const word = GROUPS[group];
  if (!word) throw new Error(`strongSwan's word for group ${group} is not in the table`);
  return word;
}
