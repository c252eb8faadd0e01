import type * as pulumi from "@pulumi/pulumi";
import { emptyLock } from "../network/address/lock";
import { parseLock } from "../network/address/lock-text";
import { InputError } from "../network/errors";
import { closest } from "../network/place/closest";
import { plannedNetwork } from "../network/plan/network";
import { type Planned, planMesh } from "../network/plan/plan";
import type { LinkPlan, Plan, SitePlan, TrafficPlan } from "../network/plan/shape";
import { readSpec } from "../network/spec/read";
import { brokenInvariants, explained, refuse } from "./gate";
import type { MeshArgs } from "./mesh-args";
import { SOURCES } from "./plan-sources";

/**
 * The whole mesh's plan. Runs before `super`, so that wrong arguments register nothing.
 *
 * @throws RunError naming the component and the property
 */
export function meshPlan(name: string, args: MeshArgs): Planned {
  return explained(name, () => {
    const {
      lock,
      kubeconfigs,
      awsProviders: _aws,
      gcpProviders: _gcp,
      azureProviders: _azure,
      ...spec
    } = args;
    refuseStrayKubeconfigs(kubeconfigs ?? {}, spec.members);
    return planMesh(readSpec(spec), lock === undefined ? emptyLock() : parseLock(lock), SOURCES);
  });
}

/** A kubeconfig for a member that has no use for it is a slip of a name. */
function refuseStrayKubeconfigs(given: Record<string, unknown>, members: MeshArgs["members"]): void {
  const bringing = Object.keys(members).filter((name) => members[name]?.existing?.cluster !== undefined);
  for (const name of Object.keys(given)) {
    if (bringing.includes(name)) continue;
    const who = bringing.length > 0 ? `those that do are ${bringing.join(", ")}` : "nobody does";
    const message = `is for a member that brings its cluster, and ${name} does not; ${who}`;
    throw new InputError({ path: `kubeconfigs.${name}`, message });
  }
}

/** The gate of every component that makes a mesh or a part of one: all that is wrong with the whole. */
export function refuseBrokenMesh(
  planned: Planned,
  lock: string | undefined,
  component: pulumi.Resource,
): void {
  refuse(brokenInvariants(plannedNetwork(planned.plan)), component);
  refuseStaleLock(planned, lock, component);
}

/** What rules need of a mesh that its resources do not tell: plain values, and nothing secret. */
export function mirrorOfMesh(
  { datapath, isolation, supernet, members, sites = {}, links, traffic }: Plan,
  judged: (traffic: TrafficPlan) => boolean = () => true,
) {
  const promised = traffic.filter(judged);
  return {
    datapath,
    ...(isolation ? { isolation } : {}),
    ...(supernet ? { supernet } : {}),
    members: {
      ...Object.fromEntries(
        Object.values(members).map(({ name, cloud, region, ranges }) => [name, { cloud, region, ranges }]),
      ),
      ...Object.fromEntries(Object.values(sites).map((site) => [site.name, mirrorOfSite(site)])),
    },
    traffic: promised.map(({ from, to, tier, ports }) => ({
      from,
      to,
      ...(tier ? { tier: tier.name } : {}),
      ports,
    })),
    ...mirrorOfLines(links),
    tiers: Object.fromEntries(promised.flatMap(({ tier }) => (tier ? [[tier.name, tier] as const] : []))),
  };
}

/** Links that are there already: no resource tells of them. */
function mirrorOfLines(links: LinkPlan[]) {
  const lines = links.filter(({ kind }) => kind === "existing");
  if (lines.length === 0) return {};
  return {
    links: lines.map(({ a, b, mtu, capacity, rtt, encryption }) => ({
      ...{ a, b, kind: "existing", mtu, capacity, encryption },
      ...{ rtt: rtt.p50, asOf: rtt.asOf },
    })),
  };
}

function mirrorOfSite({ ranges, location }: SitePlan) {
  return { cloud: "site", ranges, ...(location ? { location } : {}) };
}

/**
 * The part of a plan that a component makes.
 *
 * @throws InputError where there is none of that name
 */
export function partOf<T extends { name: string }>(parts: T[], path: string, name: string): T {
  const part = parts.find((candidate) => candidate.name === name);
  if (part) return part;
  const names = parts.map((candidate) => candidate.name);
  const near = closest(name, names);
  throw new InputError({
    path,
    message: `there is no ${name}; ${near ? `did you mean ${near}?` : `there are ${names.join(", ")}`}`,
  });
}

/** Addresses made up at apply would move with the next member, so an update takes only what a lock holds. */
function refuseStaleLock({ added }: Planned, lock: string | undefined, mesh: pulumi.Resource): void {
  if (added.length === 0) return;
  const what =
    lock === undefined ? "no lock was given" : `the lock is behind the spec: it lacks ${shortList(added)}`;
  refuse(
    [
      {
        rule: "lock",
        message: `${what}; run \`npx isthmus plan --write\` and commit the lock`,
        subjects: [],
      },
    ],
    mesh,
  );
}

function shortList(keys: string[]): string {
  const shown = keys.slice(0, 3).join(", ");
  return keys.length > 3 ? `${shown} and ${keys.length - 3} more` : shown;
}
