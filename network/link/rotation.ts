import type { Catalogue } from "../catalogue";
import { InputError } from "../errors";
import type { LinkPlan, TunnelPlan } from "../plan/shape";
import type { Cloud } from "../spec/shape";
import { linkCapacity } from "./capacity";
import { tunnelName } from "./suite";

/** What a cloud does at its end of a tunnel that gets another key. Each cloud's room has one, in its `rotation.ts`. */
export interface RotationFacts {
  /**
   * `in place`: what is there takes the new key. `replaced`: it takes none, so it is deleted and made anew. `by hand`: isthmus makes
   * nothing there.
   */
  how: "in place" | "replaced" | "by hand";
  /** What happens, as a clause for a person. */
  says: string;
  /** What changes, or is made anew, in the order in which it is made. */
  resources(link: LinkPlan, tunnel: TunnelPlan, side: "a" | "b"): RotatedResource[];
}

export interface RotatedResource {
  /** Pulumi's type token. */
  type: string;
  /** Logical name. */
  name: string;
}

/** What becomes of one end. */
export interface EndRotation {
  member: string;
  cloud: Cloud;
  how: RotationFacts["how"];
  says: string;
  resources: RotatedResource[];
}

/** Another key for one tunnel, and what that does at each end. */
export interface Rotation {
  link: string;
  /** The tunnel whose key it is: its line under `generations` in the lock. */
  key: string;
  generation: { from: number; to: number };
  /** Tunnels that get it: one, or all that one connection of Azure's carries. */
  tunnels: string[];
  ends: EndRotation[];
  /** The link's other tunnels, of which nothing changes. */
  kept: string[];
  /** Mbit/s in one direction: of all tunnels, and of those that are kept. */
  capacity: { all: number; kept: number };
}

/** The clouds of a link's ends, and what is known of them. */
export interface RotationSources {
  clouds: { a: Cloud; b: Cloud };
  rotations: Record<Cloud, RotationFacts>;
  catalogue: Catalogue;
}

/** Name of the tunnel whose key a tunnel has: as a rule its own. */
export function keyOf(tunnel: TunnelPlan): string {
  return tunnel.keyOf ?? tunnel.name;
}

/**
 * What a new key for one of a link's tunnels does. Without `ordinal`, counted from 1 as in the tunnel's name, it is that of the
 * lowest generation, and of these the first.
 *
 * @throws InputError where there is no such tunnel, or none that stays up meanwhile
 */
export function rotationOf(link: LinkPlan, ordinal: number | undefined, sources: RotationSources): Rotation {
  const tunnel = chosenTunnel(link, ordinal);
  const key = keyOf(tunnel);
  const kept = link.tunnels.filter((other) => keyOf(other) !== key);
  if (kept.length === 0) throw new InputError({ path: link.name, message: onlyKey(link, key) });
  const { clouds, catalogue } = sources;
  const [one, other] = [clouds.a, clouds.b].map((cloud) => (cloud === "site" ? undefined : catalogue[cloud]));
  const facts = one ?? other;
  return {
    link: link.name,
    key,
    generation: { from: tunnel.generation, to: tunnel.generation + 1 },
    tunnels: link.tunnels.filter((each) => keyOf(each) === key).map(({ name }) => name),
    ends: rotatedEnds(link, tunnel, sources),
    kept: kept.map(({ name }) => name),
    capacity: {
      // Every link with a key has tunnels, and those have a capacity.
      all: link.capacity ?? 0,
      kept: facts ? linkCapacity(one ?? facts, other ?? facts, kept.length) : 0,
    },
  };
}

/** What another key for a tunnel does at each of its ends. */
export function rotatedEnds(
  link: LinkPlan,
  tunnel: TunnelPlan,
  { clouds, rotations }: Pick<RotationSources, "clouds" | "rotations">,
): EndRotation[] {
  return (["a", "b"] as const).map((side) => {
    const { how, says, resources } = rotations[clouds[side]];
    return { member: link[side], cloud: clouds[side], how, says, resources: resources(link, tunnel, side) };
  });
}

/** The tunnel that holds the key: of those that share one, the first. */
function chosenTunnel(link: LinkPlan, ordinal: number | undefined): TunnelPlan {
  const own = link.tunnels.filter((tunnel) => tunnel.keyOf === undefined);
  const [first] = own;
  if (!first) throw new InputError({ path: link.name, message: "has no tunnel of ours, and so no key" });
  if (ordinal === undefined) {
    return own.reduce((lowest, tunnel) => (tunnel.generation < lowest.generation ? tunnel : lowest), first);
  }
  const named = link.tunnels.find(({ name }) => name === tunnelName(link.name, ordinal));
  if (!named) {
    const message = `${link.name} has no tunnel ${ordinal}; it has 1 to ${link.tunnels.length}`;
    throw new InputError({ path: "--tunnel", message });
  }
  return own.find(({ name }) => name === keyOf(named)) ?? named;
}

function onlyKey(link: LinkPlan, key: string): string {
  const tunnels = link.tunnels.length === 1 ? "has one tunnel" : "has one connection for all its tunnels";
  return (
    `${tunnels}, so nothing would carry its traffic while the key changes; give it a second one first, or, where it may be ` +
    `down, raise generations.${key} in the lock by hand and name its resources in link-tunnel-kept's \`except\` for that update`
  );
}
