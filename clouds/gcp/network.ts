import * as compute from "@pulumi/gcp/compute";
import { gcpFacts, SECONDARY_RANGES } from "./facts";
import type { GcpMember } from "./member";

/** A VPC with one subnet over all zones of the region. */
export interface GcpNetwork {
  vpc: compute.Network;
  subnet: compute.Subnetwork;
}

/** In a VPC that is there, the subnet and the nodes' way out alone. */
export function makeNetwork(member: GcpMember): GcpNetwork {
  const vpc = existingVpc(member) ?? makeVpc(member);
  const subnet = makeSubnet(member, vpc);
  makeOutboundAccess(member, vpc, subnet);
  return { vpc, subnet };
}

/** Read, with what the spec says of it until Google Cloud has said what is so. */
export function existingVpc({ plan, parent }: GcpMember): compute.Network | undefined {
  const { existing, name } = plan;
  if (!existing) return undefined;
  // Global routing is what a gateway of another region needs; a regional one is told by what is read.
  return compute.Network.get(
    `${name}-vpc`,
    existing.network.id,
    { autoCreateSubnetworks: false, routingMode: "GLOBAL" },
    { parent },
  );
}

function makeVpc({ plan, parent }: GcpMember): compute.Network {
  return new compute.Network(
    `${plan.name}-vpc`,
    {
      description: `Network of ${plan.name}`,
      // Else Google makes a subnet in every region, the same 10.128.0.0/9 in every network.
      autoCreateSubnetworks: false,
      // What the gateway's router learns holds in every region of the network.
      routingMode: "GLOBAL",
      // By AS path over all sessions. The default counts it within one task of a router only, so that with half of a direct link's
      // tunnels lost half of the traffic would go by way of a third member ("Learned routes", Cloud Router docs, 2026).
      bgpBestPathSelectionMode: "STANDARD",
      // Pods that are routed take the network's, and so send nothing that is larger than what a tunnel carries, with any peer. Else the
      // VPN gateway's own: a larger one would have every packet to a peer fragmented or refused there.
      mtu: plan.agent.datapath === "routed" ? gcpFacts.gateway.mtu : 1460,
    },
    { parent },
  );
}

function makeSubnet({ plan, parent }: GcpMember, vpc: compute.Network): compute.Subnetwork {
  const { name, region, ranges } = plan;
  return new compute.Subnetwork(
    `${name}-nodes`,
    {
      region,
      network: vpc.id,
      description: `Nodes of ${name}`,
      ipCidrRange: ranges.nodes,
      secondaryIpRanges: [
        { rangeName: SECONDARY_RANGES.pods, ipCidrRange: ranges.pods },
        { rangeName: SECONDARY_RANGES.services, ipCidrRange: ranges.services },
      ],
      // Nodes have no public address, and pull images and write logs by this.
      privateIpGoogleAccess: true,
      logConfig: {
        aggregationInterval: "INTERVAL_5_MIN",
        flowSampling: 0.5,
        metadata: "INCLUDE_ALL_METADATA",
      },
    },
    { parent },
  );
}

/** The nodes' way out; nothing comes in by it. Pods leave with their node's address, so the primary range is enough. */
function makeOutboundAccess(
  { plan, parent }: GcpMember,
  vpc: compute.Network,
  subnet: compute.Subnetwork,
): void {
  const { name, region } = plan;
  const router = new compute.Router(
    `${name}-nat`,
    { region, network: vpc.id, description: `Outbound access of ${name}` },
    { parent },
  );
  new compute.RouterNat(
    `${name}-nat`,
    {
      region,
      router: router.name,
      natIpAllocateOption: "AUTO_ONLY",
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      // With all ranges: GKE's ip-masq-agent, where it runs, may leave pods their own addresses.
      subnetworks: [{ name: subnet.id, sourceIpRangesToNats: ["ALL_IP_RANGES"] }],
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    },
    { parent },
  );
}
