import type { Inventory } from "../../../network/model/inventory";
import { emptyInventory } from "../../../network/model/inventory";
import type { AgentFact, ClusterFact, RangeFact, TunnelEndFact } from "../../../network/model/network";

/** Sound facts, to be spoilt by each case. */
export function range(facts: Partial<RangeFact> & Pick<RangeFact, "cidr">): RangeFact {
  const owner = facts.owner ?? `urn:${facts.member ?? "somewhere"}`;
  return { use: "network", cloud: "aws", owner, origin: { urn: owner, property: "cidrBlock" }, ...facts };
}

export function cluster(name: string, facts: Partial<ClusterFact> = {}): ClusterFact {
  const urn = `urn:${name}`;
  return { urn, name, cloud: "aws", region: "eu-west-1", apiAccess: [], origin: { urn }, ...facts };
}

export function agent(clusterName: string, facts: Partial<AgentFact> = {}): AgentFact {
  const urn = `urn:${clusterName}-agent`;
  return {
    urn,
    kind: "cilium",
    cluster: `urn:${clusterName}`,
    clusterName,
    clusterId: 1,
    version: "1.19.6",
    encryption: "wireguard",
    routing: "tunnel",
    mtu: 1406,
    peers: {},
    origin: { urn, property: "values.encryption" },
    ...facts,
  };
}

export function end(name: string, facts: Partial<TunnelEndFact> = {}): TunnelEndFact {
  const urn = `urn:${name}`;
  const suite = { encryption: ["aes256gcm16"], integrity: [], groups: [20] };
  return {
    urn,
    tunnel: 1,
    cloud: "aws",
    interface: 0,
    address: "169.254.21.1",
    peerAddress: "169.254.21.2",
    asn: 64512,
    peerAsn: 64513,
    ike: [2],
    phase1: { ...suite, integrity: ["sha384"] },
    phase2: suite,
    origin: { urn },
    ...facts,
  };
}

/** The other end of `of`, sound and mirrored. */
export function mirrored(of: TunnelEndFact, name: string, facts: Partial<TunnelEndFact> = {}): TunnelEndFact {
  const { address, peerAddress, asn, peerAsn } = of;
  return end(name, {
    address: peerAddress,
    peerAddress: address,
    asn: peerAsn,
    peerAsn: asn,
    cloud: "gcp",
    ...facts,
  });
}

export function network(facts: Partial<Inventory>): Inventory {
  return { ...emptyInventory(), ...facts };
}
