import { type PropertyFault, type Seen, values } from "./fault";

/** Both ends say who they are and whom they speak to; a wrong word on either side is a disagreement. */
const AGREE = ["link-bgp-ends-agree", "encryption-vpn-ends-agree"];
/** Traffic no longer gets through, or no longer after a failure. */
export const WAY = [
  "reach-no-black-hole",
  "reach-both-ways",
  "reach-survives-failure",
  "link-routes-propagated",
];
/** A part of a tunnel is gone: the link is down, or lives on others and is told as less redundant. */
export const TUNNEL = ["link-redundant", "link-single-point-of-failure", ...AGREE, ...WAY];

function whenPaired(wrong: (seen: Seen) => ReturnType<typeof values>): PropertyFault["wrong"] {
  return (seen) => (seen.network.tunnels.length > 0 ? wrong(seen) : []);
}

const asText = (value: unknown, number: number): unknown =>
  typeof value === "string" ? String(number) : number;

function otherAsns({ value, network }: Seen): [string, unknown][] {
  const far = network.tunnelEnds.find(({ asn }) => String(asn) !== String(value))?.asn;
  return [
    ["is nobody's", asText(value, 65_099)],
    ...(typeof far === "number"
      ? ([["is that of another gateway", asText(value, far)]] as [string, unknown][])
      : []),
  ];
}

function moved(value: unknown): string | undefined {
  const [, rest] = /^169\.254\.\d+\.(\d+(?:\/\d+)?)$/.exec(String(value)) ?? [];
  // 169.254.21 and 22 are Azure's.
  return rest === undefined ? undefined : `169.254.22.${rest}`;
}

export const LINK_FAULTS: PropertyFault[] = [
  {
    of: /^(aws:ec2transitgateway\/transitGateway:TransitGateway amazonSideAsn|aws:ec2\/customerGateway:CustomerGateway bgpAsn|gcp:compute\/router:Router bgp\.asn|gcp:compute\/routerPeer:RouterPeer peerAsn|azure-native:network:(LocalNetworkGateway bgpSettings|VirtualNetworkGateway bgpSettings|VpnGateway bgpSettings|VpnSite vpnSiteLinks\.\*\.bgpProperties)\.asn)$/,
    wrong: whenPaired((seen) => [
      ...values(AGREE, ...otherAsns(seen)),
      // A router of Google Cloud without an ASN speaks no BGP, which is told as unknown.
      ...values(AGREE, ["is left to the cloud", undefined]),
    ]),
  },
  {
    of: /^(aws:ec2\/vpnConnection:VpnConnection tunnel[12]InsideCidr|gcp:compute\/routerInterface:RouterInterface ipRange|gcp:compute\/routerPeer:RouterPeer peerIpAddress|azure-native:network:LocalNetworkGateway bgpSettings\.bgpPeeringAddress|azure-native:network:VpnSite vpnSiteLinks\.\*\.bgpProperties\.bgpPeeringAddress|azure-native:network:VirtualNetworkGatewayConnection gatewayCustomBgpIpAddresses\.0\.customBgpIpAddress)$/,
    wrong: whenPaired(({ path, value }) => {
      const other = moved(value);
      return [
        ...(other === undefined ? [] : values(TUNNEL, ["is in another /30", other])),
        // A session says the interface's address too.
        ...(path === "ipRange" ? [] : values(AGREE, ["is left to the cloud", undefined])),
      ];
    }),
  },
  {
    of: /^aws:ec2\/vpnConnection:VpnConnection tunnel2InsideCidr$/,
    wrong: ({ resource }) => [
      ...values(
        ["link-bgp-ends-agree", ...TUNNEL],
        ["is that of tunnel 1", resource.props.tunnel1InsideCidr],
      ),
      ...values(["link-bgp-ends-agree", ...TUNNEL], ["is one that AWS keeps", "169.254.2.0/30"]),
    ],
  },
  {
    of: /^(gcp:compute\/routerPeer:RouterPeer enable|azure-native:network:(VirtualNetworkGatewayConnection |VirtualNetworkGateway |VpnConnection vpnLinkConnections\.\*\.)enableBgp)$/,
    unset: true,
    wrong: whenPaired(() => values([...AGREE, ...WAY], ["is off", false])),
  },
  {
    of: /^aws:ec2\/vpnConnection:VpnConnection staticRoutesOnly$/,
    unset: true,
    wrong: whenPaired(() => values([...AGREE, ...WAY], ["is on", true])),
  },
  {
    of: /^gcp:compute\/vPNTunnel:VPNTunnel (vpnGatewayInterface|peerExternalGatewayInterface)$/,
    wrong: whenPaired(({ value }) => values(TUNNEL, ["is another", Number(value) === 0 ? 1 : 0])),
  },
  {
    of: /^(gcp:compute\/router:Router bgp)$/,
    wrong: whenPaired(({ resource }) =>
      // A router without BGP is the way to the internet.
      resource.props.bgp === undefined ? [] : values(TUNNEL, ["is left out", undefined]),
    ),
  },
  {
    of: /^gcp:compute\/router:Router bgp\.advertisedIpRanges\.\*$/,
    wrong: ({ path, network }) =>
      path.endsWith(".0") && network.tunnels.length > 0
        ? values(WAY, ["is not told to the peer", undefined])
        : [],
  },
  {
    of: /^gcp:compute\/router:Router bgp\.advertisedIpRanges\.\*\.range$/,
    wrong: ({ path, network }) =>
      path.endsWith("0.range") && network.tunnels.length > 0
        ? values(WAY, ["is that of somebody else", "10.250.0.0/16"])
        : [],
  },
  {
    of: /^aws:ec2transitgateway\/routeTablePropagation:RouteTablePropagation transitGatewayRouteTableId$/,
    wrong: () => values(TUNNEL, ["is another table", "tgw-rtb-0aaaaaaaaaaaaaaaa"]),
  },
];
