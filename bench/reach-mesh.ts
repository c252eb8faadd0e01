import { ciliumPorts, clusterMeshPort } from "../agents/cilium/facts";
import { SOURCES } from "../components/plan-sources";
import { emptyLock } from "../network/address/lock";
import type { Inventory } from "../network/model/inventory";
import { regionsOf } from "../network/place/regions";
import { plannedNetwork } from "../network/plan/network";
import { planMesh } from "../network/plan/plan";
import type { LinkPlan, MemberPlan } from "../network/plan/shape";
import type { MemberSpec, MeshSpec } from "../network/spec/shape";

/**
 * The network of a mesh of `count` members in three clouds, as readers find it in the resources that a plan makes: subnets by zone
 * with their route tables, attachments, a static route of each table to each other member, a firewall rule for each peer and port.
 */
export function networkOf(count: number): Inventory {
  const { plan } = planMesh(specOf(count), emptyLock(), SOURCES);
  const network = plannedNetwork(plan);
  for (const member of Object.values(plan.members)) {
    addSubnets(network, member);
    addAttachment(network, member);
    addFirewalls(network, member);
  }
  for (const link of plan.links) addPeerings(network, link);
  for (const gateway of network.gateways) {
    // Of the three only Google Cloud's tells what it is told to.
    if (gateway.cloud !== "gcp") delete gateway.advertises;
    if (gateway.cloud === "aws") gateway.settings = ["same-route-table"];
  }
  return network;
}

/** Of five members the first is a hub; of the others each is joined to two hubs, or shares the transit gateway of its own. */
const GROUP = 5;
const CLOUDS = ["aws", "gcp", "gcp", "azure", "aws", "aws", "gcp", "gcp", "gcp", "aws"] as const;

/**
 * Transit gateways peered with each other, to two of which every member elsewhere is joined; traffic from each member to the next.
 * Few are in Azure, whose inside addresses are soon used up. Deterministic.
 */
function specOf(count: number): MeshSpec {
  const names = Array.from({ length: count }, (_, index) => `member-${String(index).padStart(3, "0")}`);
  const groups = Math.ceil(count / GROUP);
  const cloudAt = (index: number) => CLOUDS[index % CLOUDS.length] ?? "aws";
  const hubOf = (group: number) => names[(group % groups) * GROUP] ?? "";
  const members = names.map((name, index): [string, MemberSpec] => {
    const cloud = cloudAt(index);
    const regions = cloud === "azure" ? AZURE_REGIONS : regionsOf(cloud);
    const at = cloud === "gcp" ? index : Math.floor(index / GROUP);
    return [name, { cloud, region: regions[at % regions.length] ?? "" }];
  });
  const spokes = names.flatMap((name, index) => {
    const group = Math.floor(index / GROUP);
    if (index % GROUP === 0) return [];
    const hubs = cloudAt(index) === "aws" ? [hubOf(group)] : [hubOf(group), hubOf(group + 1)];
    return hubs.map((hub) => ({ a: hub, b: name }));
  });
  const hubs = Array.from({ length: groups }, (_, group) => hubOf(group));
  const peerings = hubs.flatMap((a, index) => hubs.slice(index + 1).map((b) => ({ a, b })));
  const next = (index: number) => names[(index + 1) % count] ?? "";
  return {
    supernet: ["10.0.0.0/8"],
    members: Object.fromEntries(members),
    traffic: names.map((from, index) => ({ from, to: next(index) })),
    topology: { kind: "links", links: [...spokes, ...peerings] },
  };
}

/** Of those with availability zones. */
const AZURE_REGIONS = ["westeurope", "eastus2", "northeurope", "southeastasia", "uksouth"];

/** Both halves of each peering of transit gateways, with the static routes that lead over it. */
function addPeerings(network: Inventory, { a, b, kind, name, prefixes }: LinkPlan): void {
  if (kind !== "gateway-peering") return;
  for (const [own, far, beyond] of [
    [a, b, prefixes?.b ?? []],
    [b, a, prefixes?.a ?? []],
  ] as const) {
    const urn = `${name}/${own}`;
    const gateway = `${own}/vpn-gateway`;
    const sides = { own: gateway, peer: `${far}/vpn-gateway` };
    network.peerings.push({ urn, kind, cloud: "aws", ...sides, accepted: true, origin: { urn } });
    for (const destination of beyond) {
      const route = `${urn}/${destination}`;
      network.gatewayRoutes.push({ urn: route, gateway, destination, via: urn, origin: { urn: route } });
    }
  }
}

function addSubnets(network: Inventory, { name, cloud, subnets, gateway }: MemberPlan): void {
  for (const subnet of subnets) {
    const urn = `${name}/subnet/${subnet.name}`;
    const table = cloud === "aws" ? { table: `${urn}/table` } : {};
    const zone = subnet.zone === undefined ? {} : { zone: subnet.zone };
    const hosts = subnet.role === "nodes";
    network.subnets.push({
      urn,
      network: name,
      cidr: subnet.range,
      ...zone,
      ...table,
      hosts,
      origin: { urn },
    });
    if (!hosts || cloud !== "aws") continue;
    for (const destination of gateway?.remote ?? []) {
      const route = `${urn}/to/${destination}`;
      const via = `${gateway?.behind ?? name}/vpn-gateway`;
      network.routes.push({ urn: route, network: name, destination, via, ...table, origin: { urn: route } });
    }
  }
}

function addAttachment(network: Inventory, { name, cloud, gateway, subnets }: MemberPlan): void {
  if (!gateway) return;
  const urn = `${name}/attachment`;
  const zones = subnets.filter(({ role }) => role === "transit").flatMap(({ zone }) => zone ?? []);
  network.attachments.push({
    urn,
    gateway: `${gateway.behind ?? name}/vpn-gateway`,
    network: name,
    lookedUp: true,
    known: true,
    taught: cloud !== "aws",
    ...(zones.length > 0 ? { zones } : {}),
    origin: { urn },
  });
}

function addFirewalls(network: Inventory, { name, cloud, peers, agent }: MemberPlan): void {
  const ports = ciliumPorts(agent.encryption).map(({ port, protocol }) =>
    port === undefined ? protocol : `${port}/${protocol}`,
  );
  const each = [...new Set([...ports, `${clusterMeshPort.port}/tcp`])];
  const add = (urn: string, sources: string[], open: string[]): void => {
    network.firewalls.push({ urn, network: name, member: name, sources, ports: open, origin: { urn } });
  };
  for (const peer of peers) {
    // AWS takes one port and one range a rule, Google Cloud one range with all ports here, Azure one port with all ranges.
    if (cloud === "aws")
      for (const port of each) add(`${name}/from/${peer.name}/${port}`, [peer.nodes], [port]);
    if (cloud === "gcp") add(`${name}/from/${peer.name}`, [peer.nodes], each);
  }
  const all = peers.map(({ nodes }) => nodes);
  if (cloud === "azure") for (const port of each) add(`${name}/${port}`, all, [port]);
  if (cloud !== "aws") return;
  const urn = `${name}/out`;
  const anywhere = { sources: ["0.0.0.0/0"], ports: ["all"], direction: "out" as const };
  network.firewalls.push({ urn, network: name, member: name, ...anywhere, origin: { urn } });
}
