import { type DeviceSide, DPD_SECONDS, type TunnelSide } from "../clouds/site/side";
import { SUITE } from "../network/link/suite";
import { colour, table } from "./terminal";

/** What a site's devices must be told, for whoever configures them, whatever they are. */
export function siteTables(devices: DeviceSide[]): string {
  return devices.map(deviceTables).join("\n\n");
}

function deviceTables({ site, address, asn, advertise, tunnels, lines }: DeviceSide): string {
  return [
    colour.bold(`${site}, device ${address}, AS${asn}, tells ${advertise.join(", ")} and nothing else`),
    tunnels.length === 0 ? colour.dim("no tunnels") : tunnelTable(tunnels, site),
    termsTable(tunnels),
    lines.length === 0 ? "" : `There already, and told nothing here: ${lines.join(", ")}.`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function tunnelTable(tunnels: TunnelSide[], site: string): string {
  return table(
    ["tunnel", "to", "remote address", "inside", "remote inside", "remote AS", "key"],
    tunnels.map((tunnel) => [
      tunnel.name,
      `${tunnel.member} (${tunnel.cloud})`,
      // No cloud gives the address before the update.
      `output sites.${site}.peers`,
      `${tunnel.inside.local}/${tunnel.sameSubnet ? 30 : 32}`,
      tunnel.inside.remote,
      String(tunnel.remoteAsn),
      `output sites.${site}.keys${tunnel.keyOf === tunnel.name ? "" : `, the same as ${tunnel.keyOf}`}`,
    ]),
  );
}

/** The same for all tunnels of a link. */
function termsTable(tunnels: TunnelSide[]): string {
  const firsts = tunnels.filter(
    (tunnel, index) => tunnels.findIndex(({ link }) => link === tunnel.link) === index,
  );
  if (firsts.length === 0) return "";
  const { phase1, phase2 } = SUITE;
  return [
    table(
      ["link", "IKE life", "ESP life", "BGP timers", "MTU", "MSS", "takes"],
      firsts.map((tunnel) => [
        tunnel.link,
        `${tunnel.lifetimes.ike} s`,
        `${tunnel.lifetimes.esp} s`,
        `${tunnel.bgp.keepalive} s, ${tunnel.bgp.hold} s`,
        String(tunnel.mtu),
        String(tunnel.mss),
        tunnel.expect.join(", "),
      ]),
    ),
    `IKEv${SUITE.ike} ${phase1.encryption}, PRF ${phase1.integrity}, group ${phase1.group}; ESP ${phase2.encryption}, PFS group ` +
      `${phase2.group}; identities are the outside addresses; DPD every ${DPD_SECONDS} s; the device opens the BGP sessions.`,
  ].join("\n");
}
