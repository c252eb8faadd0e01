import type { PolicyResource } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import { policiesOf, resourcePolicyName } from "../../policies/gate";
import type { Rule } from "../../policies/rule";
import { argsOf, resourceOf, stackOf, UNKNOWN_TEXT } from "./proxied";

/** Properties of one resource, and the resources that its references (unknown before apply) lead to. */
interface Part {
  type: string;
  props: Record<string, unknown>;
  refs?: Record<string, string>;
}

const aws = {
  ike: ["ikev2"],
  encryption: ["AES256-GCM-16"],
  integrity: ["SHA2-384"],
  groups: [20],
};

function awsTunnel(tunnel: 1 | 2, inside: string): Record<string, unknown> {
  const at = `tunnel${tunnel}`;
  return {
    [`${at}InsideCidr`]: inside,
    [`${at}IkeVersions`]: aws.ike,
    ...Object.fromEntries(
      ["Phase1", "Phase2"].flatMap((phase) => [
        [`${at}${phase}EncryptionAlgorithms`, aws.encryption],
        [`${at}${phase}IntegrityAlgorithms`, aws.integrity],
        [`${at}${phase}DhGroupNumbers`, aws.groups],
      ]),
    ),
  };
}

function gcpTunnel(ordinal: 1 | 2, own: string, peer: string): Record<string, Part> {
  const cipherSuite = {
    phase1: {
      encryptions: ["AES-GCM-16-256"],
      integrities: [],
      prves: ["PRF-HMAC-SHA2-384"],
      dhs: ["Group-20"],
    },
    phase2: { encryptions: ["AES-GCM-16-256"], integrities: [], pfs: ["Group-20"] },
  };
  return {
    [`tunnel-${ordinal}`]: {
      type: "gcp:compute/vPNTunnel:VPNTunnel",
      props: { vpnGatewayInterface: ordinal - 1, ikeVersion: 2, cipherSuite },
      refs: { vpnGateway: "ha-gateway", router: "router" },
    },
    [`interface-${ordinal}`]: {
      type: "gcp:compute/routerInterface:RouterInterface",
      props: { ipRange: `${own}/30` },
      refs: { vpnTunnel: `tunnel-${ordinal}`, router: "router" },
    },
    [`session-${ordinal}`]: {
      type: "gcp:compute/routerPeer:RouterPeer",
      props: { ipAddress: own, peerIpAddress: peer, peerAsn: 64512 },
      refs: { interface: `interface-${ordinal}`, router: "router" },
    },
  };
}

/** A sound network of two clouds, written by hand as any program might, before anything of it exists. */
export function soundParts(): Record<string, Part> {
  return {
    vpc: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16", region: "eu-west-1" } },
    subnet: { type: "aws:ec2/subnet:Subnet", props: { cidrBlock: "10.0.0.0/20" }, refs: { vpcId: "vpc" } },
    dublin: {
      type: "aws:eks/cluster:Cluster",
      props: { region: "eu-west-1", kubernetesNetworkConfig: { serviceIpv4Cidr: "10.96.0.0/20" } },
      refs: { vpcConfig: "subnet" },
    },
    "dublin-cilium": {
      type: "kubernetes:helm.sh/v3:Release",
      props: { chart: "cilium", version: "1.19.6", values: cilium("dublin", "10.8.0.0/16") },
      refs: { values: "dublin" },
    },
    tgw: {
      type: "aws:ec2transitgateway/transitGateway:TransitGateway",
      props: { amazonSideAsn: 64512, region: "eu-west-1" },
    },
    attachment: {
      type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
      props: {},
      refs: { transitGatewayId: "tgw", vpcId: "vpc" },
    },
    customer: { type: "aws:ec2/customerGateway:CustomerGateway", props: { bgpAsn: "64513" } },
    connection: {
      type: "aws:ec2/vpnConnection:VpnConnection",
      props: { ...awsTunnel(1, "169.254.100.0/30"), ...awsTunnel(2, "169.254.100.4/30") },
      refs: { transitGatewayId: "tgw", customerGatewayId: "customer" },
    },
    network: { type: "gcp:compute/network:Network", props: { autoCreateSubnetworks: false } },
    subnetwork: {
      type: "gcp:compute/subnetwork:Subnetwork",
      props: { ipCidrRange: "10.1.0.0/20", region: "europe-west3" },
      refs: { network: "network" },
    },
    frankfurt: {
      type: "gcp:container/cluster:Cluster",
      props: {
        location: "europe-west3",
        ipAllocationPolicy: { clusterIpv4CidrBlock: "10.9.0.0/16", servicesIpv4CidrBlock: "10.97.0.0/20" },
      },
      refs: { network: "network", subnetwork: "subnetwork" },
    },
    "frankfurt-cilium": {
      type: "kubernetes:helm.sh/v3:Release",
      props: {
        chart: "cilium",
        version: "1.19.6",
        values: { ...cilium("frankfurt"), ipam: { mode: "kubernetes" } },
      },
      refs: { values: "frankfurt" },
    },
    "ha-gateway": {
      type: "gcp:compute/haVpnGateway:HaVpnGateway",
      props: { region: "europe-west3" },
      refs: { network: "network" },
    },
    router: {
      type: "gcp:compute/router:Router",
      props: { region: "europe-west3", bgp: { asn: 64513 } },
      refs: { network: "network" },
    },
    ...gcpTunnel(1, "169.254.100.2", "169.254.100.1"),
    ...gcpTunnel(2, "169.254.100.6", "169.254.100.5"),
    mesh: {
      type: "isthmus:index:Mesh",
      props: { traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }], tiers: { gold: { rtt: 1000 } } },
    },
  };
}

function cilium(name: string, pods?: string): Record<string, unknown> {
  const operator = { clusterPoolIPv4PodCIDRList: [pods] };
  return {
    cluster: { name, id: 1 },
    encryption: { enabled: true, type: "wireguard" },
    MTU: 1406,
    ...(pods ? { ipam: { mode: "cluster-pool", operator } } : {}),
  };
}

/** Parts as the SDK shows them to a stack policy: properties that throw where they are not known, resources that name each other. */
export function stackResources(parts: Record<string, Part>): PolicyResource[] {
  const resources = new Map(
    Object.entries(parts).map(([name, { type, props, refs = {} }]) => {
      const unknown = Object.fromEntries(
        Object.keys(refs)
          .filter((key) => !(key in props))
          .map((key) => [key, key === "vpcConfig" ? { subnetIds: [UNKNOWN_TEXT] } : UNKNOWN_TEXT]),
      );
      return [name, resourceOf(type, name, { ...props, ...unknown })] as const;
    }),
  );
  for (const [name, { refs = {} }] of Object.entries(parts)) {
    const resource = resources.get(name);
    for (const [key, target] of Object.entries(refs)) {
      const to = resources.get(target);
      if (!resource || !to) continue;
      resource.dependencies.push(to);
      resource.propertyDependencies[key] = [to];
    }
  }
  return [...resources.values()];
}

/** What a rule says of a stack, by each of its gates. */
export interface Said {
  /** `urn's name: message` */
  stack: string[];
  resource: string[];
}

/** Runs a rule's real policies over the sound network after `change` has spoilt it. */
export function judged(
  rule: Rule,
  change: (parts: Record<string, Part>) => void = () => {},
  config: object = {},
): Said {
  const parts = soundParts();
  change(parts);
  const said: Said = { stack: [], resource: [] };
  const line = (message: string, urn = "") => `${urn.split("::").at(-1)}: ${message}`;
  for (const policy of policiesOf([rule])) {
    if ("validateStack" in policy) {
      const args = stackOf(stackResources(parts), config);
      void policy.validateStack(args, (message, urn) => said.stack.push(line(message, urn)));
    }
    const validate =
      "validateResource" in policy && policy.name === resourcePolicyName(rule) ? policy.validateResource : [];
    for (const each of [validate].flat()) {
      if (!each) continue;
      for (const [name, { type, props, refs = {} }] of Object.entries(parts)) {
        const unknown = Object.fromEntries(Object.keys(refs).map((key) => [key, UNKNOWN_TEXT]));
        const args = { ...argsOf(type, name, {}), props: unknownCheckingProxy({ ...unknown, ...props }) };
        void each({ ...args, getConfig: <T extends object>() => config as T }, (message) =>
          said.resource.push(line(message, `::${name}`)),
        );
      }
    }
  }
  return said;
}

/** Sets one property of one part, by path. */
export function set(name: string, path: string, value: unknown): (parts: Record<string, Part>) => void {
  return (parts) => {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let at: Record<string, unknown> | undefined = parts[name]?.props;
    for (const key of keys) at = at?.[key] as Record<string, unknown> | undefined;
    if (!at) throw new Error(`no ${path} in ${name}`);
    at[last] = value;
  };
}

export { UNKNOWN_TEXT };
