import { UNKNOWN } from "../../../network/model/resource";
import type { Single } from "../single";
import { describeBaseline } from "./table";

type Parts = Record<string, Single>;
const of =
  (type: string) =>
  (props: object = {}): Parts => ({ one: { type, props: { ...props } } });
const vpc = of("aws:ec2/vpc:Vpc");
const awsSubnet = of("aws:ec2/subnet:Subnet");
const network = of("gcp:compute/network:Network");
const gcpSubnet = of("gcp:compute/subnetwork:Subnetwork");
const vnet = of("azure-native:network:VirtualNetwork");
const azureSubnet = of("azure-native:network:Subnet");
const log = of("azure-native:network:FlowLog");
const nic = of("azure-native:network:NetworkInterface");
const group = (props: object = {}): Single => ({
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  props: { ...props },
  refs: { vpcId: "one" },
});
const dns = (...dnsServers: unknown[]) => vnet({ dhcpOptions: { dnsServers } });
const V6 = { privateIpGoogleAccess: true, stackType: "IPV4_IPV6" };

describeBaseline("baseline of networks", [
  {
    rule: "baseline-network-not-default",
    passes: [vpc()],
    names: [of("aws:ec2/defaultVpc:DefaultVpc")()],
  },
  {
    rule: "baseline-network-subnets-chosen",
    passes: [network({ autoCreateSubnetworks: false })],
    names: [network(), network({ autoCreateSubnetworks: true })],
    unknown: [network({ autoCreateSubnetworks: UNKNOWN })],
  },
  {
    rule: "baseline-network-default-group-shut",
    passes: [
      { ...vpc(), group: group() },
      { ...vpc(), group: group({ ingress: [], egress: [] }) },
    ],
    names: [vpc(), { ...vpc(), group: group({ egress: [{ protocol: "-1" }] }) }],
    unknown: [{ ...vpc(), group: group({ ingress: UNKNOWN }) }],
  },
  {
    rule: "baseline-network-dns-redundant",
    passes: [vnet(), dns("10.0.0.4", "10.0.0.5")],
    names: [dns("10.0.0.4")],
    unknown: [vnet({ dhcpOptions: UNKNOWN })],
  },
  {
    rule: "baseline-network-dns-local",
    passes: [vnet(), dns("10.0.0.4", "172.31.0.5", "168.63.129.16")],
    names: [dns("10.0.0.4", "8.8.8.8")],
    unknown: [dns(UNKNOWN, "10.0.0.4"), vnet({ dhcpOptions: UNKNOWN })],
  },
  {
    rule: "baseline-network-flow-logs-kept",
    passes: [log(), ...[0, 90, 365].map((days) => log({ retentionPolicy: { enabled: true, days } }))],
    names: [log({ retentionPolicy: { enabled: true, days: 30 } })],
    unknown: [log({ retentionPolicy: { enabled: true, days: UNKNOWN } }), log({ retentionPolicy: UNKNOWN })],
  },
  {
    rule: "baseline-subnet-no-public-addresses",
    passes: [awsSubnet(), awsSubnet({ mapPublicIpOnLaunch: false })],
    names: [awsSubnet({ mapPublicIpOnLaunch: true })],
    unknown: [awsSubnet({ mapPublicIpOnLaunch: UNKNOWN })],
  },
  {
    rule: "baseline-subnet-private-google-access",
    passes: [
      gcpSubnet({ privateIpGoogleAccess: true }),
      gcpSubnet({ ...V6, privateIpv6GoogleAccess: "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE" }),
      gcpSubnet({ purpose: "GLOBAL_MANAGED_PROXY" }),
    ],
    names: [
      gcpSubnet(),
      gcpSubnet(V6),
      gcpSubnet({ ...V6, privateIpv6GoogleAccess: "DISABLE_GOOGLE_ACCESS" }),
    ],
    unknown: [
      gcpSubnet({ privateIpGoogleAccess: UNKNOWN }),
      gcpSubnet({ ...V6, privateIpv6GoogleAccess: UNKNOWN }),
    ],
  },
  {
    rule: "baseline-subnet-firewall",
    passes: [
      azureSubnet({ networkSecurityGroup: { id: UNKNOWN } }),
      azureSubnet({ subnetName: "GatewaySubnet" }),
      {
        one: {
          type: "azure-native:network:Subnet",
          props: { networkSecurityGroup: UNKNOWN },
          refs: { networkSecurityGroup: "firewall" },
        },
        firewall: { type: "azure-native:network:NetworkSecurityGroup" },
      },
    ],
    // The last is what a preview of the provider makes of a property that nobody wrote.
    names: [
      azureSubnet(),
      azureSubnet({ subnetName: "nodes" }),
      azureSubnet({ networkSecurityGroup: UNKNOWN }),
    ],
  },
  {
    rule: "baseline-interface-no-forwarding",
    passes: [nic(), nic({ enableIPForwarding: UNKNOWN })],
    names: [nic({ enableIPForwarding: true })],
    unknown: [
      {
        one: {
          type: "azure-native:network:NetworkInterface",
          props: { enableIPForwarding: UNKNOWN },
          refs: { enableIPForwarding: "flag" },
        },
        flag: { type: "random:index/randomInteger:RandomInteger" },
      },
    ],
  },
  {
    rule: "baseline-interface-no-public-address",
    passes: [nic(), nic({ ipConfigurations: [{ name: "first" }] })],
    names: [nic({ ipConfigurations: [{ name: "first", publicIPAddress: { id: UNKNOWN } }] })],
    unknown: [nic({ ipConfigurations: UNKNOWN }), nic({ ipConfigurations: [{ publicIPAddress: UNKNOWN }] })],
  },
]);
