import { UNKNOWN } from "../../../network/model/resource";
import type { Single } from "../single";

/** What an end's key is: its value, and the resource that makes it. */
export interface Key {
  value?: unknown;
  from?: string;
}

const password = { type: "random:index/randomPassword:RandomPassword" };

/** Two tunnels between an AWS connection and two of Google Cloud's, and what may make their keys. */
export function tunnels(
  first: Key,
  second: Key,
  [one, two]: [Key, Key] = [first, second],
): Record<string, Single> {
  const google = (ordinal: number, { value, from }: Key): Record<string, Single> => ({
    [`tunnel-${ordinal}`]: {
      type: "gcp:compute/vPNTunnel:VPNTunnel",
      props: { sharedSecret: value, vpnGatewayInterface: ordinal - 1, ikeVersion: 2 },
      refs: { vpnGateway: "gateway", ...(from ? { sharedSecret: from } : {}) },
    },
    [`interface-${ordinal}`]: {
      type: "gcp:compute/routerInterface:RouterInterface",
      props: { ipRange: `169.254.100.${4 * ordinal + 2}/30` },
      refs: { vpnTunnel: `tunnel-${ordinal}` },
    },
    [`session-${ordinal}`]: {
      type: "gcp:compute/routerPeer:RouterPeer",
      props: {
        ipAddress: `169.254.100.${4 * ordinal + 2}`,
        peerIpAddress: `169.254.100.${4 * ordinal + 1}`,
      },
      refs: { interface: `interface-${ordinal}` },
    },
  });
  return {
    "password-1": password,
    "password-2": password,
    string: { type: "random:index/randomString:RandomString" },
    gateway: { type: "gcp:compute/haVpnGateway:HaVpnGateway" },
    transit: { type: "aws:ec2transitgateway/transitGateway:TransitGateway" },
    connection: {
      type: "aws:ec2/vpnConnection:VpnConnection",
      props: {
        tunnel1InsideCidr: "169.254.100.4/30",
        tunnel2InsideCidr: "169.254.100.8/30",
        tunnel1PresharedKey: first.value,
        tunnel2PresharedKey: second.value,
      },
      refs: {
        transitGatewayId: "transit",
        ...(first.from ? { tunnel1PresharedKey: first.from } : {}),
        ...(second.from ? { tunnel2PresharedKey: second.from } : {}),
      },
    },
    ...google(1, one),
    ...google(2, two),
  };
}

/** A connection of Azure's with a key. */
export function azureConnection({ value, from }: Key): Single {
  return {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    props: { sharedKey: value, connectionType: "IPsec" },
    refs: from ? { sharedKey: from } : {},
  };
}

/** Made by the password of a tunnel, before anything is applied. */
export const made = (ordinal: 1 | 2): Key => ({ value: UNKNOWN, from: `password-${ordinal}` });
