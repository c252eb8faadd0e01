import type { TunnelEndFact } from "../model/network";
import { isUnknown } from "../model/resource";
import type { GatewayNode, Join } from "./layout";
import { type Lost, runs } from "./learned";
import { unknownBreak } from "./unknown-break";
import { type Break, BreakKind } from "./verdict";

/** A tunnel as seen from one of its ends. */
export interface Headed {
  here: TunnelEndFact;
  there: TunnelEndFact;
  name: string;
}

/** Tunnels that are up, as a gateway at one end of them sees them. */
export function headed({ tunnels, a }: Join, { id }: GatewayNode, lost: Lost): Headed[] {
  return tunnels.flatMap((tunnel) => {
    if (lost.tunnels.has(tunnel)) return [];
    const [here, there] = a === id ? [tunnel.a, tunnel.b] : [tunnel.b, tunnel.a];
    return [{ here, there, name: tunnel.name }];
  });
}

/** What is wrong with tunnels that carry traffic: each is used as well as the others. */
export function tunnelBreaks(tunnels: readonly Headed[], far: GatewayNode, by: "learned" | "fixed"): Break[] {
  return tunnels.flatMap(({ here, there, name }): Break[] => {
    // A tunnel that the route was not learned over carries nothing.
    if (by === "learned" && !runs(there, here)) return [];
    const unknown = unknownFlag(here, there);
    if (unknown) return [unknown];
    if (there.lookedUp !== false) return [];
    const message = `what comes out of ${name} at ${far.member} is looked up in none of its gateway's route tables`;
    return [{ kind: BreakKind.blackHole, message, origin: there.origin }];
  });
}

function unknownFlag(here: TunnelEndFact, there: TunnelEndFact): Break | undefined {
  const flags: [TunnelEndFact, TunnelEndFact["bgp"]][] = [
    [here, here.bgp],
    [here, here.learned],
    [there, there.bgp],
    [there, there.lookedUp],
    [there, isUnknown(there.advertises) ? there.advertises : undefined],
  ];
  const [end] = flags.find(([, flag]) => isUnknown(flag)) ?? [];
  return end && unknownBreak(end.origin, "whether the tunnel's routes are set up");
}

export function peeringBreaks({ open, name, origin }: Join): Break[] {
  if (open === true) return [];
  if (isUnknown(open)) return [unknownBreak(origin, `whether the peering ${name} is accepted`)];
  const message = `the peering ${name} is not accepted, or what comes over it is looked up in no route table`;
  return [{ kind: BreakKind.blackHole, message, origin }];
}
