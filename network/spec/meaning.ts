import { closest } from "../place/closest";
import { regionExists, unknownRegion } from "../place/regions";
import { isDefaultRoute } from "../routing/default-route";
import { existingFaults } from "./existing-meaning";
import { lineFaults } from "./line-meaning";
import { type Loose, list, object, text } from "./loose";
import { monitoringFaults } from "./monitoring-meaning";
import type { SpecFault } from "./read";
import { serviceFaults } from "./service-meaning";
import { Cloud } from "./shape";
import { siteAddressFaults, siteFaults, siteTrafficFaults } from "./site-meaning";

/**
 * What the parts of a spec must say of each other: names that are used must be defined, regions must exist, a member
 * does not talk to itself. Takes whatever is sound of the spec, so every part may be missing.
 */
export function meaningFaults(spec: unknown): SpecFault[] {
  const loose = object(spec);
  const members = object(loose.members);
  const names = Object.keys(members);
  return [
    ...(Array.isArray(loose.members) || names.length > 0 || loose.members === undefined
      ? []
      : [{ at: ["members"], message: "is empty: give at least one member" }]),
    ...names.flatMap((name) => memberFaults(name, object(members[name]))),
    ...(names.length > 0 && names.every((name) => object(members[name]).cloud === "site")
      ? [
          {
            at: ["members"],
            message: "has sites only, and isthmus configures none: give a member in a cloud",
          },
        ]
      : []),
    ...siteAddressFaults(loose),
    ...trafficFaults(loose, names),
    ...serviceFaults(loose),
    ...monitoringFaults(loose),
    ...siteTrafficFaults(loose),
    ...topologyFaults(object(loose.topology), members),
  ];
}

/** Which keys belong to which cloud; the others are refused by name. */
const ONLY_FOR: Record<string, Cloud[]> = {
  controlPlane: ["gcp"],
  ranges: ["site"],
  region: ["aws", "gcp", "azure"],
  zones: ["aws", "gcp", "azure"],
  kubernetes: ["aws", "gcp", "azure"],
  nodes: ["aws", "gcp", "azure"],
  pods: ["aws", "gcp", "azure"],
  services: ["aws", "gcp", "azure"],
  account: ["aws", "gcp", "azure"],
  api: ["aws", "gcp", "azure"],
  agent: ["aws", "gcp", "azure"],
  tags: ["aws", "gcp", "azure"],
  location: ["site"],
  existing: ["aws", "gcp", "azure"],
};
const ACCOUNT_KEY: Record<string, string> = { aws: "roleArn", gcp: "project", azure: "subscription" };

function memberFaults(name: string, member: Loose): SpecFault[] {
  const at = ["members", name];
  const cloud = Object.values(Cloud).find((one) => one === member.cloud);
  if (cloud === undefined) return [];
  const faults: SpecFault[] = [];

  for (const [key, clouds] of Object.entries(ONLY_FOR)) {
    if (member[key] !== undefined && !clouds.includes(cloud)) {
      faults.push({
        at: [...at, key],
        key: true,
        message: `is only for ${clouds.join(", ")}, and ${name} is ${cloud}`,
      });
    }
  }
  if (cloud === "site") return [...faults, ...siteFaults(name, member)];

  const region = text(member.region);
  if (member.region === undefined) {
    faults.push({ at: [...at, "region"], message: `is required: give a region of ${cloud}` });
  } else if (region !== undefined && !regionExists(cloud, region)) {
    faults.push({ at: [...at, "region"], message: unknownRegion(cloud, region) });
  }
  for (const key of Object.keys(object(member.account))) {
    if (key !== ACCOUNT_KEY[cloud])
      faults.push({
        at: [...at, "account", key],
        key: true,
        message: `an account of ${cloud} has ${ACCOUNT_KEY[cloud]}`,
      });
  }
  faults.push(...defaultRouteFaults(at, member), ...existingFaults(name, cloud, member));
  const { min, max } = object(member.nodes);
  if (typeof min === "number" && typeof max === "number" && min > max) {
    faults.push({ at: [...at, "nodes", "min"], message: `${min} is more than nodes.max, ${max}` });
  }
  const { asn, ...gateway } = object(member.gateway);
  for (const key of ["address", "addresses"]) {
    if (gateway[key] === undefined) continue;
    const message = `is only for site; ${cloud} assigns the address`;
    faults.push({ at: [...at, "gateway", key], key: true, message });
  }
  if (typeof asn === "number" && (asn < 64512 || asn > 65514)) {
    const message = "an ASN of the mesh is 64512-65514, the private range that all clouds take";
    faults.push({ at: [...at, "gateway", "asn"], message });
  }
  return faults;
}

/** A member's own ranges are told over its links: those of its nodes always, of its pods where they are routed. */
function defaultRouteFaults(at: PropertyKey[], member: Loose): SpecFault[] {
  const ranges: [PropertyKey[], unknown][] = [
    [["nodes", "range"], object(member.nodes).range],
    [["pods"], member.pods],
  ];
  return ranges.flatMap(([key, value]) => {
    const range = text(value);
    if (range === undefined || !isDefaultRoute(range)) return [];
    const message = `${range} is everywhere, and no default route is told; give the member's own range`;
    return [{ at: [...at, ...key], message }];
  });
}

function trafficFaults(spec: Loose, members: string[]): SpecFault[] {
  const tiers = Object.keys(object(spec.tiers));
  return list(spec.traffic).flatMap((entry, index) => {
    const traffic = object(entry);
    const at = ["traffic", index];
    const from = text(traffic.from);
    const to = text(traffic.to);
    const tier = text(traffic.tier);
    return [
      ...unknownName([...at, "from"], from, members, "member"),
      ...unknownName([...at, "to"], to, members, "member"),
      ...unknownName([...at, "tier"], tier, tiers, "tier"),
      ...(from !== undefined && from === to
        ? [{ at: [...at, "to"], message: `${to} talks to itself; name another member` }]
        : []),
    ];
  });
}

function topologyFaults(topology: Loose, members: Loose): SpecFault[] {
  const at = ["topology"];
  const names = Object.keys(members);
  const kind = text(topology.kind);
  const faults: SpecFault[] = [];
  if (kind === "hub" && topology.hub === undefined)
    faults.push({ at: [...at, "hub"], message: "is required where kind is hub: name a member" });
  if (kind === "links" && topology.links === undefined)
    faults.push({ at: [...at, "links"], message: "is required where kind is links: list the pairs" });
  if (topology.hub !== undefined && kind !== undefined && kind !== "hub")
    faults.push({ at: [...at, "hub"], key: true, message: `is only for kind hub, and kind is ${kind}` });
  faults.push(...unknownName([...at, "hub"], text(topology.hub), names, "member"));
  const seen = new Set<string>();
  list(topology.links).forEach((entry, index) => {
    const link = object(entry);
    const [a, b] = [text(link.a), text(link.b)];
    const here = [...at, "links", index];
    faults.push(...unknownName([...here, "a"], a, names, "member"));
    faults.push(...unknownName([...here, "b"], b, names, "member"));
    if (a === undefined || b === undefined) return;
    faults.push(...lineFaults(here, link, { kind, members }));
    if (a === b) faults.push({ at: here, message: `links ${a} with itself; name two members` });
    const pair = [a, b].sort().join("~");
    if (a !== b && seen.has(pair))
      faults.push({ at: here, message: `${pair} is listed twice; once is enough` });
    seen.add(pair);
  });
  return faults;
}

function unknownName(
  at: PropertyKey[],
  name: string | undefined,
  known: string[],
  noun: string,
): SpecFault[] {
  if (name === undefined || known.includes(name)) return [];
  const near = closest(name, known);
  const hint = near
    ? `did you mean ${near}?`
    : known.length
      ? `there are ${known.join(", ")}`
      : `no ${noun} is defined`;
  return [{ at, message: `${name} is no ${noun}; ${hint}` }];
}
