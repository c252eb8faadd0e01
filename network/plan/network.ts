import { SUITE } from "../link/suite";
import { emptyInventory, type Inventory, type Link } from "../model/inventory";
import { RangeUse, type TunnelEndFact } from "../model/network";
import { UNKNOWN } from "../model/resource";
import type { LinkPlan, MemberPlan, Plan, SitePlan, TunnelPlan } from "./shape";

/**
 * What a plan promises, in the words of an inventory: so the same functions judge a plan before there are resources, and
 * a test can hold an inventory against its plan. Facts' origins are name paths: `dublin/pods`, `amsterdam~dublin/tunnel/2`.
 */
export function plannedNetwork(plan: Plan): Inventory {
  const network = emptyInventory();
  for (const member of Object.values(plan.members)) addMember(network, member, plan);
  for (const site of Object.values(plan.sites ?? {})) addSite(network, site);
  for (const link of plan.links) network.links.push(linkOf(link, plan));
  network.tunnels.push(...network.links.flatMap((link) => link.tunnels));
  network.tunnelEnds.push(...network.tunnels.flatMap(({ a, b }) => [a, b]));
  if (plan.isolation) network.isolation = plan.isolation;
  network.intents.push(
    ...plan.traffic.map((intent) => ({
      from: intent.from,
      to: intent.to,
      ...(intent.tier ? { tier: intent.tier.name } : {}),
      ...(intent.tier?.rtt === undefined ? {} : { rtt: intent.tier.rtt }),
      origin: { urn: `${intent.from}→${intent.to}` },
    })),
  );
  return network;
}

function addMember(network: Inventory, member: MemberPlan, plan: Plan): void {
  const { name, cloud, region, ranges } = member;
  const origin = { urn: name };
  network.members.push({ name, cloud, region, origin });
  network.clusters.push({
    urn: name,
    name,
    cloud,
    region,
    network: name,
    apiAccess: member.api.access,
    origin,
  });
  for (const cidr of member.existing?.network.ranges ?? []) {
    const origin = { urn: `${name}/${cidr}` };
    network.ranges.push({ use: RangeUse.network, cidr, cloud, owner: name, member: name, origin });
  }
  const uses: [keyof typeof ranges, RangeUse, string][] = [
    // In a network that is there the nodes' range is a part of one of its own.
    ["nodes", nodesUse(member), "nodes"],
    ["pods", RangeUse.pods, "pods"],
    ["services", RangeUse.services, "services"],
    // GatewaySubnet is an address space of the VNet as well.
    ["gateway", member.existing ? RangeUse.subnet : RangeUse.network, "gateway"],
    ["gateway", RangeUse.gateway, "gateway"],
    ["controlPlane", RangeUse.controlPlane, "control-plane"],
  ];
  for (const [key, use, role] of uses) {
    const cidr = ranges[key];
    if (cidr !== undefined)
      network.ranges.push({
        use,
        cidr,
        cloud,
        owner: name,
        member: name,
        origin: { urn: `${name}/${role}` },
      });
  }
  const { agent, gateway } = member;
  network.agents.push({
    urn: `${name}/agent`,
    kind: agent.kind,
    cluster: name,
    clusterName: agent.clusterName,
    clusterId: agent.clusterId,
    version: agent.version,
    encryption: agent.encryption,
    routing: agent.datapath === "overlay" ? "tunnel" : "native",
    mtu: agent.mtu,
    peers: agent.submariner
      ? {}
      : Object.fromEntries(agent.mesh.map((cluster) => [cluster.name, cluster.addresses])),
    origin: { urn: `${name}/agent` },
  });
  if (agent.submariner) {
    network.agents.push({
      urn: `${name}/submariner`,
      kind: "submariner",
      cluster: name,
      clusterName: agent.clusterName,
      clusterId: 0,
      version: UNKNOWN,
      encryption: agent.encryption,
      routing: "tunnel",
      mtu: UNKNOWN,
      peers: {},
      broker: agent.submariner.broker,
      origin: { urn: `${name}/submariner` },
    });
  }
  if (member.isolation) {
    const { admits = [] } = member;
    const ingress = admits.map(({ from, ports }) => ({ clusters: [from], ports }));
    const at = { urn: `${name}/isolation` };
    network.policies.push({ ...at, cluster: name, allPods: true, ingress, origin: at });
  }
  if (gateway && gateway.behind === undefined) {
    const attached = Object.values(plan.members).filter((other) => other.gateway?.behind === name);
    network.gateways.push({
      urn: `${name}/vpn-gateway`,
      cloud,
      region,
      networks: [name, ...attached.map((other) => other.name)],
      asn: gateway.asn,
      advertises: gateway.advertise,
      member: name,
      origin: { urn: `${name}/vpn-gateway` },
    });
  }
}

function nodesUse({ cloud, existing }: MemberPlan): RangeUse {
  if (cloud === "gcp") return RangeUse.nodes;
  return existing ? RangeUse.subnet : RangeUse.network;
}

function addSite(network: Inventory, { name, ranges, location, asn }: SitePlan): void {
  network.members.push({ name, cloud: "site", ...(location ? { location } : {}), origin: { urn: name } });
  for (const range of ranges) {
    network.ranges.push({
      use: RangeUse.network,
      cidr: range,
      cloud: "site",
      owner: name,
      member: name,
      origin: { urn: `${name}/${range}` },
    });
  }
  network.gateways.push({
    urn: `${name}/vpn-gateway`,
    cloud: "site",
    networks: [name],
    asn,
    advertises: ranges,
    member: name,
    origin: { urn: name },
  });
}

function linkOf(link: LinkPlan, plan: Plan): Link {
  return {
    name: link.name,
    a: link.a,
    b: link.b,
    kind: link.kind,
    mtu: link.mtu,
    ...(link.kind === "existing"
      ? {
          line: {
            rtt: link.rtt.p50,
            asOf: link.rtt.asOf,
            capacity: link.capacity ?? 0,
            encryption: link.encryption ?? "none",
            origin: { urn: link.name },
          },
        }
      : {}),
    tunnels: link.tunnels.map((tunnel) => ({
      a: endOf(link, tunnel, "a", plan),
      b: endOf(link, tunnel, "b", plan),
    })),
  };
}

function endOf(link: LinkPlan, tunnel: TunnelPlan, side: "a" | "b", plan: Plan): TunnelEndFact {
  const [own, peer] = side === "a" ? [tunnel.a, tunnel.b] : [tunnel.b, tunnel.a];
  const member = link[side];
  return {
    urn: tunnel.name,
    tunnel: 1,
    cloud: plan.members[member]?.cloud ?? "site",
    ...(plan.sites?.[member] ? { declared: true } : {}),
    gateway: `${member}/vpn-gateway`,
    interface: own.interface,
    address: own.address,
    peerAddress: peer.address,
    asn: own.asn,
    peerAsn: peer.asn,
    ike: [SUITE.ike],
    phase1: {
      encryption: [SUITE.phase1.encryption],
      integrity: [SUITE.phase1.integrity],
      groups: [SUITE.phase1.group],
    },
    phase2: { encryption: [SUITE.phase2.encryption], integrity: [], groups: [SUITE.phase2.group] },
    origin: { urn: tunnel.name },
  };
}
