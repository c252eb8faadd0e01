import type { MemberPlan, Plan } from "../network/plan/shape";
import { colour, table } from "./terminal";

/** The plan as a person reads it: members, links, and what the traffic gets. */
export function planTables(plan: Plan): string {
  return [membersTable(plan), linksTable(plan), trafficTable(plan)]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function membersTable(plan: Plan): string {
  return table(
    ["member", "cloud", "region", "nodes", "pods", "services", "asn", "id"],
    Object.values(plan.members).map((member) => [
      member.name,
      member.cloud,
      member.region,
      member.ranges.nodes,
      member.ranges.pods,
      member.ranges.services,
      asnOf(member),
      String(member.agent.clusterId),
    ]),
  );
}

/** `64513`, or whose gateway a member uses: `64513 (dublin)`. */
function asnOf({ gateway }: MemberPlan): string {
  if (!gateway) return "-";
  return gateway.behind === undefined ? String(gateway.asn) : `${gateway.asn} (${gateway.behind})`;
}

export function linksTable(plan: Plan): string {
  if (plan.links.length === 0) return colour.dim("no links");
  return table(
    ["link", "joined by", "tunnels", "round trip", "MTU", "pod MTU", "capacity", "one flow"],
    plan.links.map((link) => [
      link.name,
      link.kind,
      String(link.tunnels.length),
      milliseconds(link.rtt),
      String(link.mtu),
      String(link.podMtu),
      rate(link.capacity),
      rate(link.flow),
    ]),
  );
}

/** `-` where nobody states a figure. */
function rate(megabits: number | undefined): string {
  return megabits === undefined ? "-" : `${megabits} Mbit/s`;
}

function trafficTable(plan: Plan): string {
  if (plan.traffic.length === 0) return "";
  return table(
    ["traffic", "tier", "path", "round trip", "promised"],
    plan.traffic.map((intent) => [
      `${intent.from} to ${intent.to}`,
      intent.tier?.name ?? "-",
      intent.path.length > 0 ? intent.path.join(" > ") : "none",
      intent.rtt ? milliseconds(intent.rtt) : "-",
      intent.tier?.rtt === undefined ? "-" : `${intent.tier.rtt} ms`,
    ]),
  );
}

/** `18.2 ms (15.1-21.9, measured)`: an estimate is always shown as one. */
function milliseconds(rtt: { p50: number; lo: number; hi: number; source: string }): string {
  const round = (value: number) => String(Math.round(value * 10) / 10);
  return `${round(rtt.p50)} ms (${round(rtt.lo)}-${round(rtt.hi)}, ${rtt.source.split(":")[0]})`;
}
