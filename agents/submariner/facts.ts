import { type AcrossFacts, type BrokerCandidate, VXLAN_OVERHEAD } from "../../network/agent-facts";
import type { AgentPort } from "../../network/model/agent-port";
import type { Encryption } from "../../network/spec/shape";
import type { ChartPin } from "../driver";

const REPOSITORY = "https://submariner-io.github.io/submariner-charts/charts";

/** Newest stable version that the repository's index lists (submariner-charts, gh-pages, 2026-09-28). */
const VERSION = "0.24.2";
const SOURCE = "submariner-io/submariner-charts, gh-pages, 2026-09-28";

/** Where all clusters meet: CRDs, a ServiceAccount for them, and nothing that runs. */
export const brokerChart = {
  name: "submariner-k8s-broker",
  repository: REPOSITORY,
  version: VERSION,
  source: SOURCE,
} as const satisfies ChartPin;

/** The operator, which installs the gateway, the route agent and Lighthouse. */
export const operatorChart = {
  name: "submariner-operator",
  repository: REPOSITORY,
  version: VERSION,
  source: SOURCE,
} as const satisfies ChartPin;

/** The chart's templates name it themselves (`templates/submariner.yaml`), so no other works. */
export const operatorNamespace = "submariner-operator";

export const brokerNamespace = "submariner-k8s-broker";

/** As whom all clusters come to the broker (`_helpers.tpl` and `svc-acct.yaml` of the broker's chart, whose release has the chart's name). */
export const brokerClient = `${brokerChart.name}-client`;

/**
 * Nodes that may be a gateway; one of them is at a time ("Gateway Engine", submariner.io, 2026-11-23). Node pools set it, so that a node
 * made anew has it too.
 */
export const gatewayLabel = { "submariner.io/gateway": "true" } as const;

/** Of the broker's API. */
export const brokerPort: AgentPort & { port: number } = {
  port: 443,
  protocol: "tcp",
  purpose: "Submariner broker, the Kubernetes API",
};

/** What carries traffic between gateways. VXLAN encrypts nothing, as `none` says; the links' own encryption is beneath it. */
export const CABLE_DRIVERS: Record<Encryption, "libreswan" | "wireguard" | "vxlan"> = {
  ipsec: "libreswan",
  wireguard: "wireguard",
  none: "vxlan",
};

const encapsulation: AgentPort = { port: 4500, protocol: "udp", purpose: "Submariner encapsulation" };
const discovery: AgentPort = { port: 4490, protocol: "udp", purpose: "Submariner NAT discovery" };

/**
 * Ports between the nodes of two clusters ("Prerequisites", submariner.io, 2026-11-23). IPsec without NAT is ESP, with IKE at
 * `ipsec.ikePort` (submariner@c9986df3, pkg/cable/libreswan). 4800/udp is within a cluster only, whose nodes take everything from one
 * another.
 */
export function submarinerPorts(encryption: Encryption): AgentPort[] {
  if (encryption !== "ipsec") return [encapsulation, discovery];
  return [
    { port: 500, protocol: "udp", purpose: "Submariner IKE" },
    encapsulation,
    discovery,
    { protocol: "esp", purpose: "Submariner IPsec" },
  ];
}

/**
 * Bytes that a pod's packet grows by between gateways. WireGuard as for IPv6, 80, of which IPv4 uses 60 (wireguard.com, "Quick Start",
 * 2026). IPsec at most: outer IP 20, UDP 8 (RFC 3948), ESP 8, IV 16, padding 17 and check value 32 with AES-CBC and SHA2-512 (RFC 4303).
 */
const CABLE_OVERHEAD: Record<Encryption, number> = { none: VXLAN_OVERHEAD, wireguard: 80, ipsec: 101 };

/** What a pod's packet may measure between gateways on an underlay: the cable driver is told no MTU, so pods must be. */
export function submarinerPodMtu(underlay: number, encryption: Encryption): number {
  return underlay - CABLE_OVERHEAD[encryption];
}

/**
 * What the plan must know of it. The broker's API must be reached by name and address from nodes of all other members:
 *
 * - EKS without a public endpoint: its name gives private addresses in the node subnets, in public DNS too ("Cluster API server
 *   endpoint", EKS docs, 2026), and these are told over the links as nodes are;
 * - EKS with a public endpoint: outside the VPC its name gives the public address, which lets in `api.access` alone;
 * - GKE: the control plane's range is told to no peer, and its authorized networks are the cluster's own;
 * - AKS: a private zone of the own VNet alone knows its name ("Create a private AKS cluster", AKS docs, 2026).
 */
export const submarinerAcross: AcrossFacts = { by: "submariner", noBroker };

function noBroker({ cloud, publicApi, existing, behind }: BrokerCandidate): string | undefined {
  if (cloud === "gcp") return "is in Google Cloud, whose control plane's range goes to no other member";
  if (cloud === "azure") return "is in Azure, where no other member finds the name of its API server";
  if (cloud !== "aws") return "is no cluster of ours";
  if (existing) return "was there before, so nobody says how its API server is reached";
  if (publicApi) return "has api.access, so its API server's name leads others to its public address";
  return behind ? "uses another member's transit gateway" : undefined;
}
