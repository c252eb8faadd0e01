import * as pulumi from "@pulumi/pulumi";
import { agentFacts } from "../../../agents";
import { gcpFacts } from "../../../clouds/gcp/facts";
import { makeGateway } from "../../../clouds/gcp/gateway";
import { makeNetwork } from "../../../clouds/gcp/network";
import { makeGcpEnd } from "../../../clouds/gcp/peering";
import { completeMember, type MemberInput } from "../../../network/plan/member";
import type { LinkPlan, MemberPlan } from "../../../network/plan/shape";

/** A member as a plan has it. */
export function frankfurt(input: Partial<MemberInput> = {}): MemberPlan {
  const whole: MemberInput = {
    region: "europe-west3",
    ranges: {
      nodes: "10.64.0.0/20",
      pods: "10.80.0.0/17",
      services: "10.96.0.0/20",
      controlPlane: "10.98.0.0/28",
    },
    gateway: { asn: 64513 },
    peers: [{ name: "dublin", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" }],
    ...input,
  };
  return completeMember("frankfurt", whole, gcpFacts, agentFacts);
}

/** "HA VPN to AWS": the peer's interfaces 0 and 1 on our 0, its 2 and 3 on our 1; AWS has the first host. */
export const TO_AWS: LinkPlan = link("dublin~frankfurt", [
  {
    inside: "169.254.100.0/30",
    peer: { address: "169.254.100.1", interface: 0 },
    own: { address: "169.254.100.2", interface: 0 },
  },
  {
    inside: "169.254.100.4/30",
    peer: { address: "169.254.100.5", interface: 1 },
    own: { address: "169.254.100.6", interface: 0 },
  },
  {
    inside: "169.254.100.8/30",
    peer: { address: "169.254.100.9", interface: 2 },
    own: { address: "169.254.100.10", interface: 1 },
  },
  {
    inside: "169.254.100.12/30",
    peer: { address: "169.254.100.13", interface: 3 },
    own: { address: "169.254.100.14", interface: 1 },
  },
]);

/** Interface to instance; Azure has the second host. */
export const TO_AZURE: LinkPlan = link("amsterdam~frankfurt", [
  {
    inside: "169.254.21.8/30",
    peer: { address: "169.254.21.10", interface: 0 },
    own: { address: "169.254.21.9", interface: 0 },
  },
  {
    inside: "169.254.21.12/30",
    peer: { address: "169.254.21.14", interface: 1 },
    own: { address: "169.254.21.13", interface: 1 },
  },
]);

interface TunnelPair {
  inside: string;
  peer: { address: string; interface: number };
  own: { address: string; interface: number };
}

/** Frankfurt is the end `b` of both. */
function link(name: string, pairs: TunnelPair[]): LinkPlan {
  return {
    name,
    a: name.split("~")[0] ?? "",
    b: "frankfurt",
    kind: "vpn",
    mtu: 1406,
    podMtu: 1261,
    capacity: 1000,
    rtt: { p50: 20, lo: 15, hi: 30, source: "test", asOf: "2026-01-01" },
    tunnels: pairs.map(({ inside, peer, own }, index) => ({
      name: `${name}/tunnel/${index + 1}`,
      inside,
      generation: 1,
      a: { ...peer, asn: 64512 },
      b: { ...own, asn: 64513 },
    })),
  };
}

/** A program with frankfurt's network and gateway, and its end of `plan`. */
export function endProgram(plan: LinkPlan, cloud: "aws" | "azure", addresses: string[]): () => void {
  return () => {
    const parent = new pulumi.ComponentResource("test:index:Link", plan.name);
    const member = { plan: frankfurt(), parent };
    const gateway = member.plan.gateway;
    if (!gateway) throw new Error("frankfurt has a gateway");
    makeGcpEnd({
      link: plan,
      side: "b",
      gateway: makeGateway(member, gateway, makeNetwork(member)),
      peer: { cloud, addresses },
      keys: plan.tunnels.map((tunnel) => pulumi.secret(`key of ${tunnel.name}`)),
      parent,
    });
  };
}
