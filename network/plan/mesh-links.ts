import type { Lock } from "../address/lock";
import { tunnelTable } from "../link/pairing";
import { tunnelName } from "../link/suite";
import type { MemberSpec, MeshSpec } from "../spec/shape";
import { agentOfSpec } from "./agent";
import type { Join } from "./joins";
import { linesOf, planOfLine } from "./lines";
import { type LinkEndInput, linkPlanOf } from "./links";
import type { Ways } from "./reach";
import type { LinkPlan } from "./shape";
import { advertisedBy, devicesOfPair } from "./sites";
import type { PlanSources } from "./sources";

/** What a mesh's links are made of. */
export interface LinkSources {
  spec: MeshSpec;
  lock: Lock;
  /** Allocated and explicit ranges by the lock's key. */
  ranges: Map<string, string>;
  asns: ReadonlyMap<string, number>;
  ways: Ways;
}

/** A link of a mesh, with what the lock holds for it. */
export function linkOf(join: Join, sources: LinkSources, { clouds, agents }: PlanSources): LinkPlan {
  const { spec, lock } = sources;
  const facts = agents(agentOfSpec(spec));
  const podMtu = (mtu: number): number =>
    facts.podMtu(mtu, spec.agent?.encryption ?? "wireguard", spec.datapath ?? "overlay");
  const line = linesOf(spec).get(join.name);
  if (line) return planOfLine(line, podMtu);
  const [a, b] = [endOf(join, "a", sources), endOf(join, "b", sources)];
  const table = join.kind === "vpn" ? tunnelTable(a.cloud, b.cloud, Math.max(a.devices, b.devices)) : [];
  const keys = (table ?? []).map((_, index) => tunnelName(join.name, index + 1));
  return linkPlanOf(
    {
      a,
      b,
      kind: join.kind,
      ...(join.lender === undefined ? {} : { lender: join.lender }),
      inside: keys.map((key) => lock.insides.get(key) ?? ""),
      generations: keys.map((key) => lock.generations.get(key) ?? 1),
      podMtu,
    },
    clouds,
  );
}

function endOf(
  join: Join,
  side: "a" | "b",
  { spec, ranges, asns, ways }: LinkSources,
): LinkEndInput & { devices: number } {
  const [name, other] = side === "a" ? [join.a, join.b] : [join.b, join.a];
  const member = spec.members[name] as MemberSpec; // links name members of the spec
  const { cloud, region = "", location } = member;
  return {
    member: name,
    cloud,
    region,
    ...(location ? { location } : {}),
    asn: asns.get(name) ?? 0,
    devices: devicesOfPair(member, member),
    prefixes: ways.sentOver(other, join.name).flatMap((far) => advertisedBy(far, spec, ranges)),
  };
}
