/** A round-trip estimate between two places. Symmetric: the same both ways. */
export interface Rtt {
  /** Typical, in milliseconds. */
  p50: number;
  /** Low and high bounds, in milliseconds: `lo <= p50 <= hi`. */
  lo: number;
  hi: number;
  /** `measured`, `neighbour` or `distance`, then where the figures are from. Example `"measured: cloudping.co"`. */
  source: string;
  /** Date of the figures, `YYYY-MM-DD` or `YYYY-MM`. */
  asOf: string;
}
