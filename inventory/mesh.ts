import type { Intent, Inventory, Link, MemberFact } from "../network/model/inventory";
import type { Origin, RangeFact } from "../network/model/network";
import { RangeUse } from "../network/model/network";
import { number, text, texts, valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { Cloud, Isolation, Survives } from "../network/spec/shape";
import { linesOf } from "./lines";

/** Tokens of our own components, of a mesh or of its part in a stack of its own: their outputs mirror what they were asked for. */
const MESHES = ["isthmus:index:Mesh", "isthmus:index:MeshMember", "isthmus:index:MeshLink"];

/** What our own component tells of itself: who its members are and what their traffic needs. */
export interface MeshFacts {
  members: MemberFact[];
  /** Ranges of its members as it tells them: the only sight of a site's, and of clusters that are made elsewhere. */
  ranges: RangeFact[];
  intents: Intent[];
  isolation?: Inventory["isolation"];
  /** Where several meshes say it, all of them. */
  supernet?: Inventory["supernet"];
  /** Links that are there already: nothing else tells of them. */
  lines: Link[];
  unread: Origin[];
}

export function readMesh(resources: ResourceIndex): MeshFacts {
  const facts: MeshFacts = { members: [], ranges: [], intents: [], lines: [], unread: [] };
  for (const mesh of MESHES.flatMap((type) => resources.ofType(type))) {
    readMembers(mesh, facts);
    readTraffic(mesh, facts);
    readIsolation(mesh, facts);
    readSupernet(mesh, facts);
    const { links, unread } = linesOf(mesh);
    facts.lines.push(...links.filter(({ name }) => facts.lines.every((line) => line.name !== name)));
    facts.unread.push(...unread);
  }
  return facts;
}

function readMembers(mesh: Resource, facts: MeshFacts): void {
  for (const [name, member] of entries(mesh, "members", facts)) {
    const property = `members.${name}`;
    const cloud = cloudOf(text(member, "cloud"));
    if (!cloud) {
      facts.unread.push({ urn: mesh.urn, property: `${property}.cloud` });
      continue;
    }
    const origin = { urn: mesh.urn, property };
    const region = cloud === Cloud.site ? undefined : (text(member, "region") ?? UNKNOWN);
    const location = locationOf(member);
    facts.members.push({ name, cloud, region, ...(location ? { location } : {}), origin });
    for (const [use, path, cidr] of rangesOf(valueAt(member, "ranges"))) {
      const range = { urn: mesh.urn, property: `${property}.ranges${path}` };
      // The member is part of the owner: equal ranges of two members are two ranges, and an overlap.
      facts.ranges.push({ use, cidr, cloud, owner: `${mesh.urn}::${name}`, member: name, origin: range });
    }
  }
}

function locationOf(member: unknown): MemberFact["location"] {
  const [latitude, longitude] = [number(member, "location.latitude"), number(member, "location.longitude")];
  return typeof latitude === "number" && typeof longitude === "number" ? { latitude, longitude } : undefined;
}

function readTraffic(mesh: Resource, facts: MeshFacts): void {
  const tiers = valueAt(mesh.props, "tiers");
  for (const [index, entry] of entries(mesh, "traffic", facts)) {
    const origin = { urn: mesh.urn, property: `traffic.${index}` };
    const [from, to, tier] = ["from", "to", "tier"].map((key) => text(entry, key));
    if (typeof from !== "string" || typeof to !== "string" || isUnknown(tier)) {
      facts.unread.push(origin);
      continue;
    }
    const rtt = tier === undefined ? undefined : isUnknown(tiers) ? UNKNOWN : number(tiers, `${tier}.rtt`);
    const bandwidth =
      tier === undefined ? undefined : isUnknown(tiers) ? UNKNOWN : number(tiers, `${tier}.bandwidth`);
    const ports = texts(entry, "ports");
    facts.intents.push({
      from,
      to,
      ...(tier ? { tier } : {}),
      ...(rtt === undefined ? {} : { rtt }),
      ...(bandwidth === undefined ? {} : { bandwidth }),
      ...(ports === undefined ? {} : { ports }),
      ...(tier === undefined ? {} : survives(tiers, tier)),
      origin,
    });
  }
}

/** Where several meshes are asked for, the one that asks for most. */
function readIsolation(mesh: Resource, facts: MeshFacts): void {
  const said = text(mesh.props, "isolation");
  if (said === undefined || facts.isolation === Isolation.strict) return;
  const known = Object.values(Isolation).find((one) => one === said);
  facts.isolation = known ?? UNKNOWN;
  if (known === undefined) facts.unread.push({ urn: mesh.urn, property: "isolation" });
}

function readSupernet(mesh: Resource, facts: MeshFacts): void {
  const said = texts(mesh.props, "supernet");
  if (said === undefined || isUnknown(facts.supernet)) return;
  facts.supernet = isUnknown(said) ? UNKNOWN : [...(facts.supernet ?? []), ...said];
}

/** What the tier promises to outlive. */
function survives(tiers: unknown, tier: string): Pick<Intent, "survives"> {
  const said = isUnknown(tiers) ? UNKNOWN : text(tiers, `${tier}.survives`);
  if (said === undefined) return {};
  return { survives: Object.values(Survives).find((known) => known === said) ?? UNKNOWN };
}

/** Entries of a list or an object of the mesh; noted as unread where it is not known. */
function entries(mesh: Resource, property: string, facts: MeshFacts): [string, unknown][] {
  const value = valueAt(mesh.props, property);
  if (isUnknown(value)) facts.unread.push({ urn: mesh.urn, property });
  return typeof value === "object" && value !== null && !isUnknown(value) ? Object.entries(value) : [];
}

/** Range use, path below `ranges`, and text: of an object by use, or of a site's plain list. */
function rangesOf(ranges: unknown): [RangeUse, string, RangeFact["cidr"]][] {
  if (isUnknown(ranges)) return [[RangeUse.network, "", UNKNOWN]];
  if (typeof ranges !== "object" || ranges === null) return [];
  const uses: string[] = Object.values(RangeUse);
  return Object.entries(ranges).flatMap(([key, value]) => {
    const use = uses.includes(key) ? (key as RangeUse) : RangeUse.network;
    const values: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((cidr): [RangeUse, string, RangeFact["cidr"]] => [
      use,
      `.${key}`,
      typeof cidr === "string" ? cidr : UNKNOWN,
    ]);
  });
}

function cloudOf(value: unknown): Cloud | undefined {
  return Object.values(Cloud).find((cloud) => cloud === value);
}
