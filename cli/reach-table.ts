import type { PairReach } from "../network/reach/verdict";
import { colour, table } from "./terminal";

/** Who reaches whom, as a person reads it: a row a member, a column a member, for each layer; then every way in detail. */
export function reachTables(pairs: readonly PairReach[]): string {
  if (pairs.length === 0) return colour.dim("no two members with hosts");
  const layers = [...new Set(pairs.map(({ layer }) => layer))].sort().reverse();
  return layers
    .flatMap((layer) => {
      const own = pairs.filter((pair) => pair.layer === layer);
      const title = layer === "underlay" ? "between nodes (underlay)" : "between pods (overlay)";
      return [`${colour.bold(title)}\n${matrix(own)}`, details(own)];
    })
    .join("\n\n");
}

function matrix(pairs: readonly PairReach[]): string {
  const names = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))].sort();
  const byPair = new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  return table(
    ["from \\ to", ...names],
    names.map((from) => [
      from,
      ...names.map((to) => {
        const pair = byPair.get(`${from} ${to}`);
        if (!pair) return from === to ? "." : "-";
        return pair.ok ? milliseconds(pair.rtt) : "no";
      }),
    ]),
  );
}

function details(pairs: readonly PairReach[]): string {
  return table(
    ["from", "to", "way", "lost with", "or else by"],
    pairs.map(({ from, to, ok, path, breaks, afterFailures }) => [
      from,
      to,
      ok ? path.join(" > ") : `none: ${breaks[0]?.message ?? ""}`,
      failures(afterFailures.filter((after) => !after.ok)),
      [...new Set(afterFailures.filter((after) => after.ok).map((after) => after.path.join(" > ")))].join(
        "; ",
      ) || "-",
    ]),
  );
}

function failures(lost: PairReach["afterFailures"]): string {
  return lost.map(({ failure }) => failure.name).join(", ") || "-";
}

/** An estimate, or that there is a way. */
function milliseconds(rtt: number | undefined): string {
  return rtt === undefined ? "yes" : `${rtt} ms`;
}
