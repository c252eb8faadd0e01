import * as ec2 from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { AgentPort } from "../../network/model/agent-port";
import { podDoors } from "../../network/plan/admits";
import { isBroker } from "../../network/plan/broker";
import { type PortRange, portRange } from "../../network/spec/units";
import { type AwsMember, tagsOf, type WithId } from "./member";

/** Who may speak to whom: one group for the nodes, one for the control plane's interfaces in the VPC. */
export interface Firewall {
  nodes: ec2.SecurityGroup;
  controlPlane: ec2.SecurityGroup;
}

/** An inbound permission. */
export interface InboundRule {
  /** Last part of the logical name. */
  name: string;
  /** Whose door. */
  to: WithId;
  /** A range, or a group's members. */
  from: string | WithId;
  port: AgentPort | PortRange | "all";
}

/**
 * Nodes take everything from one another, the kubelet's port and webhooks' from the control plane, and from each peer's
 * node range the agent's ports, from each site's ranges the ports of its traffic; where pods are routed as they are, from peers'
 * pods what they may open. The control plane takes its own port from the nodes. Nobody takes anything else.
 */
export function makeFirewall(
  member: AwsMember,
  vpc: ec2.Vpc,
  agentPorts: AgentPort[],
  /** What the agent's own API is served at, to the control plane. */
  served: (AgentPort & { port: number })[] = [],
): Firewall {
  const nodes = makeGroup(member, vpc, "nodes", "Nodes");
  const controlPlane = makeGroup(member, vpc, "control-plane", "Interfaces of the control plane in the VPC");

  allow(member, { name: "nodes-from-nodes", to: nodes, from: nodes, port: "all" });
  for (const { name, port } of CONTROL_PLANE_PORTS) {
    allow(member, { name: `nodes-from-control-plane-${name}`, to: nodes, from: controlPlane, port });
  }
  for (const port of served) {
    allow(member, { name: `nodes-from-control-plane-${port.port}`, to: nodes, from: controlPlane, port });
  }
  const api: AgentPort = { port: 443, protocol: "tcp", purpose: "Kubernetes API" };
  allow(member, { name: "control-plane-from-nodes", to: controlPlane, from: nodes, port: api });
  if (isBroker(member.plan)) {
    // Other clusters come to the broker at the API, from their nodes' addresses, pods' too.
    for (const { name, nodes: from } of member.plan.peers)
      allow(member, { name: `control-plane-from-${name}`, to: controlPlane, from, port: api });
  }
  admitOthers(member, nodes, agentPorts);

  // Nodes pull images and reach the cloud's interfaces.
  allowOut(member, "nodes-to-anywhere", nodes, "0.0.0.0/0");
  allowOut(member, "control-plane-to-nodes", controlPlane, nodes);
  return { nodes, controlPlane };
}

/** What peers and sites may open on the nodes: all that is added to the group of a cluster that is there. */
export function admitOthers(member: AwsMember, nodes: WithId, agentPorts: AgentPort[]): void {
  for (const peer of member.plan.peers) {
    for (const port of agentPorts) {
      const name = `nodes-from-${peer.name}-${port.port ? `${port.port}-` : ""}${port.protocol}`;
      allow(member, { name, to: nodes, from: peer.nodes, port });
    }
  }
  for (const { from, sources, ports } of member.plan.inbound ?? []) {
    for (const source of sources) {
      allowPorts(member, `nodes-from-${from}-${source}`, { to: nodes, from: source, ports });
    }
  }
  // A pod that is routed as it is has an address of its node's interfaces, which this group stands before.
  for (const { from, source, ports } of podDoors(member.plan)) {
    allowPorts(member, `pods-from-${from}`, { to: nodes, from: source, ports });
  }
}

/** A rule for each port of an intent; one for all where it names none. */
function allowPorts(
  member: AwsMember,
  prefix: string,
  { to, from, ports }: Pick<InboundRule, "to" | "from"> & { ports: string[] },
): void {
  for (const text of ports.length > 0 ? ports : ["all"]) {
    const port = text === "all" ? text : portRange(text);
    allow(member, { name: `${prefix}-${text.replace("/", "-")}`, to, from, port });
  }
}

/** An overlay's pods are out of the control plane's reach: webhooks listen on the host, by custom on 9443. */
const CONTROL_PLANE_PORTS: { name: string; port: AgentPort }[] = [
  { name: "kubelet", port: { port: 10250, protocol: "tcp", purpose: "kubelet" } },
  { name: "webhooks", port: { port: 9443, protocol: "tcp", purpose: "Webhooks on the host network" } },
];

/** AWS knows IPsec's protocol by its number only (EC2 API model, `IpPermission`, 2026-08). */
const ESP = "50";

/** A security group without any rule. */
export function makeGroup(
  member: AwsMember,
  vpc: ec2.Vpc,
  suffix: string,
  description: string,
): ec2.SecurityGroup {
  const { plan, parent } = member;
  return new ec2.SecurityGroup(
    `${plan.name}-${suffix}`,
    { region: plan.region, vpcId: vpc.id, description, tags: tagsOf(member, suffix) },
    { parent },
  );
}

export function allow({ plan, parent }: AwsMember, { name, to, from, port }: InboundRule): void {
  new SecurityGroupIngressRule(
    `${plan.name}-${name}`,
    {
      region: plan.region,
      securityGroupId: to.id,
      ...(typeof from === "string" ? { cidrIpv4: from } : { referencedSecurityGroupId: from.id }),
      ...protocolAndPorts(port),
      ...(port !== "all" && "purpose" in port ? { description: port.purpose } : {}),
      tags: plan.tags,
    },
    { parent },
  );
}

/** Lets a group's members open any connection to `to`. */
export function allowOut({ plan, parent }: AwsMember, name: string, from: WithId, to: string | WithId): void {
  new SecurityGroupEgressRule(
    `${plan.name}-${name}`,
    {
      region: plan.region,
      securityGroupId: from.id,
      ...(typeof to === "string" ? { cidrIpv4: to } : { referencedSecurityGroupId: to.id }),
      ...protocolAndPorts("all"),
      tags: plan.tags,
    },
    { parent },
  );
}

function protocolAndPorts(port: InboundRule["port"]): {
  ipProtocol: string;
  fromPort?: number;
  toPort?: number;
} {
  if (port === "all") return { ipProtocol: "-1" };
  if ("first" in port) return { ipProtocol: port.protocol, fromPort: port.first, toPort: port.last };
  // AWS writes ICMP's type and code as ports; 8 and 0 are an echo request, whose answer is let through as such.
  if (port.protocol === "icmp") return { ipProtocol: "icmp", fromPort: 8, toPort: 0 };
  if (port.protocol === "esp") return { ipProtocol: ESP };
  return { ipProtocol: port.protocol, fromPort: port.port, toPort: port.port };
}
