import type { Cloud } from "../spec/shape";

/** A tunnel of a pair of clouds: which interface of each end it uses, and which end takes the first host of its /30. */
export interface TunnelRow {
  /** Interfaces from 0; AWS': connection * 2 + tunnel. */
  a: number;
  b: number;
  first: "a" | "b";
}

interface Pairing {
  /** Clouds in name order, as the rows' `a` and `b`. */
  rows: TunnelRow[];
  pool: "azure-paired" | "azure" | "general";
}

/**
 * The tunnels between two clouds. AWS always takes the first host of a /30, its peer the second.
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

/** The tunnels between two members' clouds, ends as given; `undefined` where no link can be built yet. */
export function tunnelTable(a: Cloud, b: Cloud): TunnelRow[] | undefined {
  const straight = PAIRINGS[`${a} ${b}`];
  if (straight) return straight.rows;
  return PAIRINGS[`${b} ${a}`]?.rows.map((row) => ({
    a: row.b,
    b: row.a,
    first: row.first === "a" ? "b" : "a",
  }));
}

/** Where the inside ranges of a link between two clouds come from; `undefined` where no link can be built yet. */
export function insidePool(a: Cloud, b: Cloud): Pairing["pool"] | undefined {
  return (PAIRINGS[`${a} ${b}`] ?? PAIRINGS[`${b} ${a}`])?.pool;
}
