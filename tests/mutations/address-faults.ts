import type { RangeFact } from "../../network/model/network";
import { isUnknown } from "../../network/model/resource";
import { type PropertyFault, type Seen, values } from "./fault";

/** Of another member's, none of a subnet: a network's own range stands for its subnets. */
function foreign({ network, resource, value }: Seen): (RangeFact & { cidr: string })[] {
  const own = network.ranges.filter(({ origin, cidr }) => origin.urn === resource.urn || cidr === value);
  const owners = new Set(own.map(({ owner }) => owner));
  const members = new Set(own.map(({ member }) => member));
  return network.ranges.filter(
    (range): range is RangeFact & { cidr: string } =>
      !isUnknown(range.cidr) &&
      range.use !== "subnet" &&
      range.use !== "gateway" &&
      !owners.has(range.owner) &&
      !members.has(range.member),
  );
}

function siblings({ network, resource }: Seen): (RangeFact & { cidr: string })[] {
  const own = network.ranges.find(({ origin }) => origin.urn === resource.urn);
  return network.ranges.filter(
    (range): range is RangeFact & { cidr: string } =>
      !isUnknown(range.cidr) &&
      range.owner === own?.owner &&
      range.use !== "network" &&
      range.origin.urn !== resource.urn,
  );
}

function halfOf(cidr: string): string {
  const [address = "", prefix = "0"] = cidr.split("/");
  return `${address}/${Math.min(30, Number(prefix) + 1)}`;
}

const OVERLAP = ["address-ranges-disjoint"];
const REFUSED = ["address-ranges-allowed"];

function overlapping(seen: Seen) {
  return foreign(seen)
    .slice(0, 2)
    .flatMap(({ cidr, use, member }) =>
      values(
        OVERLAP,
        [`is the ${use} range of ${member}`, cidr],
        [`lies in the ${use} range of ${member}`, halfOf(cidr)],
      ),
    );
}

const refused = values(
  REFUSED,
  ["is Docker's bridge", "172.17.0.0/20"],
  ["is link-local", "169.254.128.0/20"],
  ["is multicast", "239.0.0.0/16"],
  ["is no range", "10.300.0.0/16"],
  ["has host bits", "10.77.1.1/16"],
  ["is empty", ""],
);

export const ADDRESS_FAULTS: PropertyFault[] = [
  {
    of: /^(aws:ec2\/vpc:Vpc cidrBlock|azure-native:network:VirtualNetwork addressSpace\.addressPrefixes\.\*|gcp:compute\/subnetwork:Subnetwork (ipCidrRange|secondaryIpRanges\.\*\.ipCidrRange)|aws:eks\/cluster:Cluster kubernetesNetworkConfig\.serviceIpv4Cidr|azure-native:containerservice:ManagedCluster networkProfile\.(podCidr|serviceCidr)|azure-native:network:VirtualHub addressPrefix|azure-native:network:P2sVpnGateway p2SConnectionConfigurations\.\*\.vpnClientAddressPool\.addressPrefixes\.\*|azure-native:network:VirtualNetworkGateway vpnClientConfiguration\.vpnClientAddressPool\.addressPrefixes\.\*|gcp:container\/cluster:Cluster privateClusterConfig\.masterIpv4CidrBlock|kubernetes:helm\.sh\/v3:Release values\.ipam\.operator\.clusterPoolIPv4PodCIDRList\.\*)$/,
    wrong: (seen) => [
      ...overlapping(seen),
      ...refused.filter(({ value }) => value !== "" || !seen.path.includes("masterIpv4")),
      ...(seen.network.supernet !== undefined
        ? values(["address-inside-supernet"], ["lies outside the supernet", "192.168.240.0/20"])
        : []),
    ],
  },
  {
    of: /^azure-native:network:(LocalNetworkGateway localNetworkAddressSpace|VpnSite addressSpace)\.addressPrefixes\.\*$/,
    wrong: ({ network, resource }) => {
      const here = network.remoteRanges.find(({ origin }) => origin.urn === resource.urn)?.from ?? [];
      const own = network.ranges.find(({ use, owner }) => use === "network" && here.includes(owner));
      return own && !isUnknown(own.cidr)
        ? values(
            OVERLAP,
            ["is the network's own range", own.cidr],
            ["lies in its own range", halfOf(own.cidr)],
          )
        : [];
    },
  },
  {
    // Without one the cloud picks: nobody knows what.
    of: /^(aws:ec2\/vpc:Vpc cidrBlock|aws:eks\/cluster:Cluster kubernetesNetworkConfig(\.serviceIpv4Cidr)?|gcp:compute\/subnetwork:Subnetwork ipCidrRange|gcp:container\/cluster:Cluster ipAllocationPolicy(\.(cluster|services)SecondaryRangeName)?)$/,
    wrong: () => values(OVERLAP, ["is left to the cloud", undefined]),
  },
  {
    of: /^gcp:container\/cluster:Cluster ipAllocationPolicy\.(cluster|services)SecondaryRangeName$/,
    wrong: () => values(OVERLAP, ["names no secondary range", "none-such"]),
  },
  {
    of: /^(aws:ec2\/subnet:Subnet cidrBlock|azure-native:network:Subnet addressPrefix)$/,
    wrong: (seen) => [
      ...siblings(seen)
        .slice(0, 1)
        .flatMap(({ cidr }) => values(OVERLAP, ["is that of another subnet", cidr])),
      ...foreign(seen)
        .filter(({ use }) => use === "network" || use === "pods")
        .slice(0, 1)
        .flatMap(({ cidr, member }) => values(OVERLAP, [`lies in a range of ${member}`, halfOf(cidr)])),
      ...values(REFUSED, ["is no range", "10.64.0.0"], ["has host bits", "10.64.0.9/20"]),
    ],
  },
];
