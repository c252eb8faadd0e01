import type { Cloud } from "../spec/shape";

/** A tunnel of a pair of clouds: which interface of each end it uses, and which end takes the first host of its /30. */
export interface TunnelRow {
  /** Interfaces from 0; AWS': connection * 2 + tunnel. */
  a: number;
  b: number;
  first: "a" | "b";
  /**
   * Row, from 0, whose connection carries this tunnel too: the two have one key, and the site's end has one inside address for
   * both, the one in that row's /30.
   */
  shares?: number;
}

interface Pairing {
  /** Clouds in name order, as the rows' `a` and `b`. */
  rows: TunnelRow[];
  pool: "azure-paired" | "azure" | "general";
}

/**
 * The tunnels between two clouds, by their names in order. AWS always takes the first host of a /30, its peer the second.
 *
 * - AWS and Azure, active-active: each of two connections (one for each Azure instance) has two tunnels
 *   (azure-docs `vpn-gateway-howto-aws-bgp.md` @ 03e5750, 2026-02-18).
 * - AWS and Google Cloud: connection 1 goes to interface 0, connection 2 to interface 1, and their four addresses are the external
 *   gateway's interfaces 0-3 (Google "Create HA VPN connections to AWS", 2026; ExternalVpnGateway FOUR_IPS_REDUNDANCY).
 * - Azure and Google Cloud: instance and interface of one number; either may take the first host, here Google Cloud does
 *   (Google's multi-cloud VPN stage, 2026).
 */
const PAIRINGS: Record<string, Pairing> = {
  "aws azure": {
    pool: "azure-paired",
    rows: [
      { a: 0, b: 0, first: "a" },
      { a: 1, b: 0, first: "a" },
      { a: 2, b: 1, first: "a" },
      { a: 3, b: 1, first: "a" },
    ],
  },
  "aws gcp": {
    pool: "general",
    rows: [
      { a: 0, b: 0, first: "a" },
      { a: 1, b: 0, first: "a" },
      { a: 2, b: 1, first: "a" },
      { a: 3, b: 1, first: "a" },
    ],
  },
  "azure gcp": {
    pool: "azure",
    rows: [
      { a: 0, b: 0, first: "b" },
      { a: 1, b: 1, first: "b" },
    ],
  },
};

/**
 * The tunnels between a cloud and a site's devices, whose outside addresses are the site's interfaces. The cloud is `a`.
 *
 * - AWS: one connection, of two tunnels, a device; each device is a customer gateway ("Your customer gateway device" and "Using
 *   redundant Site-to-Site VPN connections to provide failover", AWS Site-to-Site VPN user guide, 2026).
 * - Google Cloud: both interfaces to the one device, or each to its own: the two tunnels that 99.99 % availability needs
 *   ("HA VPN topologies", HA VPN to peer VPN gateways, 2026; ExternalVpnGateway SINGLE_IP_INTERNALLY_REDUNDANT and
 *   TWO_IPS_REDUNDANCY).
 * - Azure, active-active: one local network gateway and one connection a device, whose outside address and BGP address are its
 *   own; both instances make a tunnel to it, in that one connection (azure-docs `vpn-gateway-highlyavailable.md`, "Dual-redundancy",
 *   @ 0b73caf, and `vpn-gateway-activeactive-rm-powershell.md` @ 02affc8, 2023-07: "even though there is only one on-premises VPN
 *   device (local network gateway) and one connection resource, both Azure VPN gateway instances will establish S2S VPN tunnels").
 *   A local network gateway has one BGP address, so the device speaks BGP as the same to both instances, each of which takes the
 *   custom address that the connection names for it (`bgp-howto.md` @ 14cd543).
 */
const SITE_PAIRINGS: Record<"aws" | "gcp" | "azure", { one: Pairing; two: Pairing }> = {
  aws: {
    one: { pool: "general", rows: [row(0, 0), row(1, 0)] },
    two: { pool: "general", rows: [row(0, 0), row(1, 0), row(2, 1), row(3, 1)] },
  },
  gcp: {
    one: { pool: "general", rows: [row(0, 0), row(1, 0)] },
    two: { pool: "general", rows: [row(0, 0), row(1, 1)] },
  },
  azure: {
    one: { pool: "azure", rows: [siteFirst(0, 0), siteFirst(1, 0, 0)] },
    two: {
      pool: "azure",
      rows: [siteFirst(0, 0), siteFirst(1, 0, 0), siteFirst(0, 1), siteFirst(1, 1, 2)],
    },
  },
};

function row(a: number, b: number): TunnelRow {
  return { a, b, first: "a" };
}

function siteFirst(a: number, b: number, shares?: number): TunnelRow {
  return { a, b, first: "b", ...(shares === undefined ? {} : { shares }) };
}

/**
 * The tunnels between two members' clouds, ends as given; `undefined` where no link can be built. `devices` of the site, where
 * one is a site.
 */
export function tunnelTable(a: Cloud, b: Cloud, devices = 1): TunnelRow[] | undefined {
  const straight = pairing(a, b, devices);
  if (straight) return straight.rows;
  return pairing(b, a, devices)?.rows.map(({ shares, ...turned }) => ({
    a: turned.b,
    b: turned.a,
    first: turned.first === "a" ? "b" : "a",
    ...(shares === undefined ? {} : { shares }),
  }));
}

/** Where the inside ranges of a link between two clouds come from; `undefined` where no link can be built. */
export function insidePool(a: Cloud, b: Cloud): Pairing["pool"] | undefined {
  return (pairing(a, b, 1) ?? pairing(b, a, 1))?.pool;
}

function pairing(a: Cloud, b: Cloud, devices: number): Pairing | undefined {
  if (b === "site" && a !== "site") return SITE_PAIRINGS[a][devices === 2 ? "two" : "one"];
  return PAIRINGS[`${a} ${b}`];
}
