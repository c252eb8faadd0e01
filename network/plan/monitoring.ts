import type { AgentEntry } from "../agent-facts";
import { InputError } from "../errors";
import { otherEnd } from "../routing/routes";
import type { MeshSpec } from "../spec/shape";
import { milliseconds } from "../spec/units";
import type { Ways } from "./reach";
import type { LinkPlan, MemberPlan, ProbePlan, WatchedLinkPlan } from "./shape";
import { wayBetween } from "./traffic";

/** What must be known of the rest of the mesh to watch it from one of its clusters. */
export interface Surroundings {
  /** All, by name. */
  links: ReadonlyMap<string, LinkPlan>;
  /** The cluster's own. */
  linksOf: readonly LinkPlan[];
  ways: Ways;
  /** A cluster's fixed addresses, where its agent answers other clusters; empty where it has none. */
  addressesOf(cluster: string): string[];
  /** Absent where the agent answers nobody. */
  entry: AgentEntry | undefined;
}

/**
 * What a cluster watches. A pair of clusters that `traffic` names is probed from both its ends, so that an end whose Prometheus is away
 * leaves nobody unwatched; what `monitoring.probes` names, from where it says.
 *
 * The target is where the other cluster's agent answers: the only address of a cluster that is fixed before anything runs, and that
 * every firewall lets the peers' nodes reach, with strict isolation too. So a probe opens no door of its own.
 *
 * @throws InputError where a probe that is asked for has no way or no target
 */
export function monitoringOf(
  name: string,
  spec: MeshSpec,
  surroundings: Surroundings,
): Pick<MemberPlan, "monitoring"> {
  const { kind = "none", probes = [] } = spec.monitoring ?? {};
  if (kind === "none") return {};
  const targets = new Map<string, string[]>();
  for (const to of intended(name, spec)) targets.set(to, targetsIn(to, surroundings));
  probes.forEach(({ from, to, target }, index) => {
    if (from !== name) return;
    const path = `monitoring.probes[${index}]`;
    const found = target === undefined ? targetsIn(to, surroundings) : [target];
    if (found.length === 0)
      throw new InputError({
        path: `${path}.target`,
        message: `is required: the agent of ${to} answers other clusters nowhere; give an address and a port`,
      });
    if (surroundings.ways.path(name, to).length === 0)
      throw new InputError({
        path,
        message: `${name} has no way to ${to}; link them, or leave the probe out`,
      });
    targets.set(to, [...new Set([...(targets.get(to) ?? []), ...found])]);
  });
  return {
    monitoring: {
      kind,
      ...(spec.monitoring?.runbooks === undefined ? {} : { runbooks: spec.monitoring.runbooks }),
      probes: [...targets]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([to, found]) => probeOf(name, to, found.sort(), spec, surroundings)),
      links: surroundings.linksOf
        .map((link) => watchedLink(name, link))
        .sort((x, y) => (x.name < y.name ? -1 : 1)),
    },
  };
}

/** Clusters that an intent names together with this one, in either direction. */
function intended(name: string, { traffic = [], members }: MeshSpec): string[] {
  const others = traffic.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
  return [...new Set(others)].filter((other) => members[other]?.cloud !== "site");
}

function targetsIn(to: string, { addressesOf, entry }: Surroundings): string[] {
  return entry ? addressesOf(to).map((address) => `${address}:${entry.port.port}`) : [];
}

/** Nothing where there is no way, which rules name, and nothing where nobody answers. */
function probeOf(
  from: string,
  to: string,
  targets: string[],
  spec: MeshSpec,
  { links, ways }: Surroundings,
): ProbePlan[] {
  const { path, rtt } = wayBetween(from, to, links, ways);
  if (!rtt || targets.length === 0) return [];
  return [{ to, targets, path, expected: { p50: rtt.p50, hi: rtt.hi }, ...budgetOf(from, to, spec) }];
}

/** The shortest round trip that an intent of the pair is promised, in either direction: there and back is the same way round. */
function budgetOf(
  from: string,
  to: string,
  { traffic = [], tiers = {} }: MeshSpec,
): Pick<ProbePlan, "budget"> {
  const pair = [from, to].sort().join("~");
  const promised = traffic.flatMap((intent) => {
    if ([intent.from, intent.to].sort().join("~") !== pair || intent.tier === undefined) return [];
    const { rtt } = tiers[intent.tier] ?? {};
    return rtt === undefined ? [] : [{ tier: intent.tier, rtt: milliseconds(rtt) }];
  });
  const [budget] = promised.sort((x, y) => x.rtt - y.rtt || (x.tier < y.tier ? -1 : 1));
  return budget ? { budget } : {};
}

function watchedLink(name: string, link: LinkPlan): WatchedLinkPlan {
  const { kind, mtu, capacity, rtt, tunnels } = link;
  return {
    name: link.name,
    peer: otherEnd(link, name),
    kind,
    mtu,
    ...(capacity === undefined ? {} : { capacity }),
    p50: rtt.p50,
    tunnels: tunnels.map((tunnel) => tunnel.name),
  };
}
