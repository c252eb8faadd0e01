import { type PropertyFault, type Seen, values } from "./fault";

const STRONG = ["encryption-vpn-strong"];
const AGREE = ["encryption-vpn-ends-agree"];

/** Only where the other end is among the resources can two ends disagree. */
function paired({ network }: Seen): boolean {
  return network.tunnels.length > 0;
}

function weak(words: unknown[], strong: unknown) {
  return [
    ...words.map((word): [string, unknown] => [`is ${String(word)}`, [word]]),
    [`also allows ${String(words[0])}`, [strong, words[0]]] as [string, unknown],
    ["is left to the cloud", undefined] as [string, unknown],
  ];
}

/** A list of algorithms: weak ones, and a strong one that the other end does not take. */
function algorithms(of: RegExp, words: unknown[], strong: unknown, other: unknown): PropertyFault {
  return {
    of,
    wrong: (seen) => [
      ...values(STRONG, ...weak(words, strong)),
      ...(paired(seen)
        ? values(AGREE, [`is ${String(other)}, which the other end does not take`, [other]])
        : []),
    ],
  };
}

/** One algorithm by its word. */
function algorithm(of: RegExp, words: string[], other?: string): PropertyFault {
  return {
    of,
    wrong: (seen) => [
      ...values(STRONG, ...words.map((word): [string, unknown] => [`is ${word}`, word])),
      ...(other !== undefined && paired(seen)
        ? values(AGREE, [`is ${other}, which the other end does not take`, other])
        : []),
    ],
  };
}

export const ENCRYPTION_FAULTS: PropertyFault[] = [
  algorithms(
    /^aws:ec2\/vpnConnection:VpnConnection tunnel[12]Phase[12]EncryptionAlgorithms$/,
    ["AES128", "AES128-GCM-16"],
    "AES256-GCM-16",
    "AES256",
  ),
  // Of phase 2 it says nothing beside AES-GCM, which checks integrity itself.
  algorithms(
    /^aws:ec2\/vpnConnection:VpnConnection tunnel[12]Phase1IntegrityAlgorithms$/,
    ["SHA1"],
    "SHA2-384",
    "SHA2-512",
  ),
  algorithms(
    /^aws:ec2\/vpnConnection:VpnConnection tunnel[12]Phase[12]DhGroupNumbers$/,
    [2, 5, 14, 24],
    20,
    21,
  ),
  {
    of: /^aws:ec2\/vpnConnection:VpnConnection tunnel[12]IkeVersions$/,
    wrong: () =>
      values(
        ["encryption-vpn-ikev2"],
        ["is IKEv1", ["ikev1"]],
        ["allows IKEv1 too", ["ikev1", "ikev2"]],
        ["is left to the cloud", undefined],
        ["is empty", []],
      ),
  },
  algorithms(
    /^gcp:compute\/vPNTunnel:VPNTunnel cipherSuite\.phase[12]\.encryptions$/,
    ["3DES-CBC", "AES-CBC-128", "AES-GCM-16-128"],
    "AES-GCM-16-256",
    "AES-CBC-256",
  ),
  algorithms(
    /^gcp:compute\/vPNTunnel:VPNTunnel cipherSuite\.phase1\.prves$/,
    ["PRF-HMAC-MD5", "PRF-HMAC-SHA1"],
    "PRF-HMAC-SHA2-384",
    "PRF-HMAC-SHA2-512",
  ),
  algorithms(
    /^gcp:compute\/vPNTunnel:VPNTunnel cipherSuite\.(phase1\.dhs|phase2\.pfs)$/,
    ["Group-2", "Group-5", "Group-14"],
    "Group-20",
    "Group-21",
  ),
  {
    of: /^gcp:compute\/vPNTunnel:VPNTunnel cipherSuite(\.phase[12])?$/,
    wrong: () => values(STRONG, ["is left to the cloud", undefined]),
  },
  {
    of: /^gcp:compute\/vPNTunnel:VPNTunnel ikeVersion$/,
    wrong: () => values(["encryption-vpn-ikev2"], ["is IKEv1", 1], ["is IKEv1 as text", "1"]),
  },
  algorithm(
    /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.ikeEncryption$/,
    ["DES", "DES3", "AES128", "GCMAES128"],
    "AES256",
  ),
  algorithm(
    /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.ikeIntegrity$/,
    ["MD5", "SHA1"],
    "SHA256",
  ),
  algorithm(
    /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.dhGroup$/,
    ["None", "DHGroup1", "DHGroup2", "DHGroup14", "DHGroup24"],
    "ECP256",
  ),
  algorithm(
    /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.ipsecEncryption$/,
    ["None", "DES3", "AES128", "GCMAES128"],
    "AES256",
  ),
  algorithm(
    /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies\.\*\.pfsGroup$/,
    ["None", "PFS1", "PFS2", "PFS14", "PFS24"],
    "ECP256",
  ),
  {
    of: /^azure-native:network:(VirtualNetworkGatewayConnection |VpnConnection vpnLinkConnections\.\*\.)ipsecPolicies$/,
    wrong: () => values(STRONG, ["is left to the cloud", undefined], ["is empty", []]),
  },
  {
    of: /^azure-native:network:(VirtualNetworkGatewayConnection connectionProtocol|VpnConnection vpnLinkConnections\.\*\.vpnConnectionProtocolType)$/,
    wrong: () => values(["encryption-vpn-ikev2"], ["is IKEv1", "IKEv1"], ["is left to the cloud", undefined]),
  },
  {
    of: /^kubernetes:helm\.sh\/v3:Release values\.encryption(\.enabled)?$/,
    wrong: ({ path }) =>
      values(
        ["encryption-agent-enabled"],
        ["is left out", undefined],
        ...(path.endsWith("enabled") ? ([["is off", false]] as [string, unknown][]) : []),
      ),
  },
];
