import type { Inventory } from "../../network/model/inventory";
import type { TunnelEndFact } from "../../network/model/network";

/** What a network says in one order, so that two networks can be compared. */
export function clustersOf(network: Inventory): unknown[] {
  return network.clusters
    .map(({ name, cloud, region, apiAccess }) => ({ name, cloud, region, apiAccess }))
    .sort(byName);
}

export function agentsOf(network: Inventory): unknown[] {
  return network.agents
    .map(({ clusterName, clusterId, version, encryption, routing, mtu, peers }) => {
      // An agent may name its own cluster, or leave it out.
      const others = Object.entries(peers)
        .filter(([name]) => name !== clusterName)
        .sort();
      return { name: String(clusterName), clusterId, version, encryption, routing, mtu, others };
    })
    .sort(byName);
}

export function tunnelsOf(network: Inventory): string[] {
  const members = new Map(network.gateways.map((gateway) => [gateway.urn, gateway.member]));
  const text = (end: TunnelEndFact) =>
    JSON.stringify([
      members.get(end.gateway ?? ""),
      end.interface,
      end.address,
      end.peerAddress,
      end.asn,
      end.peerAsn,
      end.ike,
      end.phase1,
      // With AES-GCM there is no hash in ESP, whatever a cloud makes one write.
      { encryption: end.phase2.encryption, groups: end.phase2.groups },
    ]);
  return network.tunnels.map(({ a, b }) => [text(a), text(b)].sort().join(" ")).sort();
}

function byName(x: { name: string }, y: { name: string }): number {
  return x.name < y.name ? -1 : 1;
}
