import * as pulumi from "@pulumi/pulumi";
import { agentDriver, agentFacts } from "../agents";
import type { AgentDriver } from "../agents/driver";
import { withMetrics } from "../monitoring/agent-metrics";
import type { AgentMember } from "../network/agent-facts";
import { InputError } from "../network/errors";
import { completeAgent } from "../network/plan/agent";
import { warningsOf } from "../network/plan/agents";
import type { AgentPlan } from "../network/plan/shape";
import type { Cloud } from "../network/spec/shape";
import { install } from "./agent-installation";
import type { CertificateAuthorityArgs } from "./cluster-args";
import type { NetworkAgentArgs } from "./network-agent-args";

/**
 * The network agent of one cluster: where no kind is named Cilium, a VXLAN overlay encrypted by WireGuard, with ClusterMesh where other
 * clusters are named. Needs a Kubernetes provider in its options.
 *
 * Creates what its kind is installed from: for Cilium a Helm release `cilium` in `kube-system`, and with `encryption: "ipsec"` a Secret
 * with the keys (from the mesh's CA, so that all clusters have the same, or from a random password of its own where there is none).
 *
 * With `kind: "calico"` the releases `calico-crds` and `calico` in a namespace `tigera-operator`, and on AKS with routed pods a
 * ConfigMap that keeps their addresses.
 *
 * Costs nothing by itself. With ClusterMesh on GKE and AKS the cluster makes an internal load balancer, about 0.025 USD an
 * hour each (list prices, 2025-2026); on EKS the load balancer is the cluster component's.
 */
export class NetworkAgent extends pulumi.ComponentResource {
  /** Name in the mesh. */
  readonly clusterName: string;
  /** Id in the mesh. */
  readonly clusterId: number;
  /** How traffic between nodes is encrypted: `wireguard`, `ipsec` or `none`. */
  readonly encryption: string;
  /** Chart version. */
  readonly version: string;
  /** Range of all pods. */
  readonly pods: string;

  constructor(name: string, args: NetworkAgentArgs, opts?: pulumi.ComponentResourceOptions) {
    const agent = completeAgent(args, agentFacts);
    const driver = agentDriver(agent);
    refuseFaults(name, driver, { name, cloud: args.cloud, agent }, args.ca);
    const mirrored = mirrorOf(agent, args.cloud);
    super("isthmus:index:NetworkAgent", name, mirrored, opts);
    refuseMissingProvider(name, this);
    for (const { path, message } of warningsOf({ name, cloud: args.cloud, agent }, agentFacts))
      void pulumi.log.warn(`${path}: ${message}`, this);

    const installation = driver.installation(agent, args.cloud);
    install(name, agent.metrics ? withMetrics(installation, agent.kind) : installation, args.ca, this);

    this.clusterName = agent.clusterName;
    this.clusterId = agent.clusterId;
    this.encryption = agent.encryption;
    this.version = agent.version;
    this.pods = agent.pods;
    this.registerOutputs(mirrored);
  }
}

/**
 * What policies may see of the agent, plain and without secrets. In the first preview of a cluster it is all that they see: the
 * engine shows a release as empty while its provider's kubeconfig is not known.
 */
function mirrorOf(agent: AgentPlan, cloud: Cloud) {
  const { kind, clusterName, clusterId, encryption, version, pods, mtu, datapath, mesh, submariner } = agent;
  // What Submariner joins it knows by its broker.
  const others = submariner ? [] : mesh.filter(({ name }) => name !== clusterName);
  const peers = Object.fromEntries(others.map(({ name, addresses }) => [name, addresses]));
  return { kind, cloud, clusterName, clusterId, encryption, version, pods, mtu, datapath, peers };
}

/** All at once, each by name. */
function refuseFaults(
  name: string,
  { facts }: AgentDriver,
  member: AgentMember,
  ca: CertificateAuthorityArgs | undefined,
): void {
  const { agent } = member;
  const faults = facts.faults(member);
  const others = agent.mesh.filter((cluster) => cluster.name !== agent.clusterName);
  if (others.length > 0 && !ca) {
    faults.push({
      path: "ca",
      message: `is missing, but agent.mesh names ${others.map((cluster) => cluster.name).join(", ")}: give the certificate authority that all clusters of the mesh share.`,
    });
  }
  if (faults.length === 0) return;
  throw new InputError(faults.map((fault) => ({ ...fault, path: `${name}: ${fault.path}` })));
}

/** Without one the release would go to whatever cluster the environment's kubeconfig names. */
function refuseMissingProvider(name: string, agent: pulumi.Resource): void {
  if (agent.getProvider("kubernetes:helm.sh/v3:Release")) return;
  throw new InputError({
    path: `${name}: provider`,
    message: "is missing; give the Kubernetes provider of the cluster that the agent is for.",
  });
}
