import { JoinKind } from "../link/join";
import { linkName } from "../link/suite";
import type { Rtt } from "../place/rtt";
import type { LinkSpec, MeshSpec } from "../spec/shape";
import { megabits, milliseconds } from "../spec/units";
import type { Join } from "./joins";
import type { LinkPlan } from "./shape";
import { adjacencyOf } from "./transit";

/** What most lines carry, in bytes: an Ethernet frame's payload. */
const DEFAULT_MTU = 1500;

/** Links of a spec that are there already, by name. */
export function linesOf({ topology }: MeshSpec): Map<string, LinkSpec> {
  return new Map(
    (topology?.links ?? [])
      .filter(({ kind }) => kind === "existing")
      .map((line) => [linkName(...ends(line)), line] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** As a topology and the routes see them. */
export function joinsOfLines(spec: MeshSpec): Join[] {
  return [...linesOf(spec)].map(([name, line]): Join => {
    const [a, b] = ends(line);
    const join = { name, a, b, kind: JoinKind.existing };
    return { ...join, adjacency: adjacencyOf(join), weight: rttOf(line).p50 };
  });
}

/** What a plan says of one: what the spec says. */
export function planOfLine(
  line: LinkSpec,
  podMtu: (mtu: number) => number,
): Omit<LinkPlan, "tunnels"> & { tunnels: [] } {
  const [a, b] = ends(line);
  const mtu = line.mtu ?? DEFAULT_MTU;
  return {
    name: linkName(a, b),
    a,
    b,
    kind: JoinKind.existing,
    mtu,
    podMtu: podMtu(mtu),
    capacity: megabits(line.capacity ?? ""),
    rtt: rttOf(line),
    encryption: line.encryption ?? "none",
    tunnels: [],
  };
}

function rttOf({ rtt = "", asOf = "" }: LinkSpec): Rtt {
  const value = milliseconds(rtt);
  return { p50: value, lo: value, hi: value, source: "declared: the spec", asOf };
}

function ends({ a, b }: LinkSpec): [string, string] {
  return a < b ? [a, b] : [b, a];
}
