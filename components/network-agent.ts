import { Secret } from "@pulumi/kubernetes/core/v1/secret";
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import { agentDriver, pinnedVersion } from "../agents";
import { ipsecSecret } from "../agents/cilium/facts";
import { ipsecKeys } from "../agents/cilium/ipsec-key";
import type { AgentDriver } from "../agents/driver";
import { InputError } from "../network/errors";
import { completeAgent } from "../network/plan/agent";
import type { AgentPlan } from "../network/plan/shape";
import type { Cloud } from "../network/spec/shape";
import type { CertificateAuthorityArgs } from "./cluster-args";
import type { NetworkAgentArgs } from "./network-agent-args";

/**
 * The network agent of one cluster: Cilium, a VXLAN overlay encrypted by WireGuard, with ClusterMesh where other clusters
 * are named. Needs a Kubernetes provider in its options.
 *
 * Creates a Helm release `cilium` in `kube-system`, and with `encryption: "ipsec"` a Secret with the keys (from the mesh's
 * CA, so that all clusters have the same, or from a random password of its own where there is none).
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
    const agent = completeAgent(args, pinnedVersion);
    const driver = agentDriver(agent.kind);
    refuseFaults(name, driver, agent, args.ca);
    const mirrored = mirrorOf(agent, args.cloud);
    super("isthmus:index:NetworkAgent", name, mirrored, opts);
    refuseMissingProvider(name, this);

    const keys = agent.encryption === "ipsec" ? [createIpsecSecret(name, args.ca, this)] : [];
    createRelease(name, driver, agent.version, valuesOf(driver, agent, args), keys, this);

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
  const { kind, clusterName, clusterId, encryption, version, pods, mtu, datapath, mesh } = agent;
  const others = mesh.filter(({ name }) => name !== clusterName);
  const peers = Object.fromEntries(others.map(({ name, addresses }) => [name, addresses]));
  return { kind, cloud, clusterName, clusterId, encryption, version, pods, mtu, datapath, peers };
}

/** All at once, each by name. */
function refuseFaults(
  name: string,
  driver: AgentDriver,
  agent: AgentPlan,
  ca: CertificateAuthorityArgs | undefined,
): void {
  const faults = driver.faults(agent);
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

/** The driver's values and, as secrets, the CA: the chart takes both parts as base64 of PEM. */
function valuesOf(driver: AgentDriver, agent: AgentPlan, args: NetworkAgentArgs): Record<string, unknown> {
  const values = driver.values(agent, args.cloud);
  if (!args.ca) return values;
  const encoded = (pem: pulumi.Input<string>) =>
    pulumi.secret(pulumi.output(pem).apply((plain) => Buffer.from(plain).toString("base64")));
  return { ...values, tls: { ca: { cert: encoded(args.ca.cert), key: encoded(args.ca.key) } } };
}

function createIpsecSecret(
  name: string,
  ca: CertificateAuthorityArgs | undefined,
  parent: pulumi.Resource,
): Secret {
  const source = ca
    ? ca.key
    : new RandomPassword(
        `${name}-ipsec`,
        { length: 40, special: false },
        { parent, additionalSecretOutputs: ["result", "bcryptHash"] },
      ).result;
  const content = pulumi.secret(pulumi.output(source).apply((secret) => ipsecKeys(secret)));
  return new Secret(
    `${name}-ipsec`,
    {
      metadata: { name: ipsecSecret.name, namespace: "kube-system" },
      stringData: { [ipsecSecret.key]: content },
    },
    { parent },
  );
}

function createRelease(
  name: string,
  { chart }: AgentDriver,
  version: string,
  values: Record<string, unknown>,
  dependsOn: pulumi.Resource[],
  parent: pulumi.Resource,
): Release {
  return new Release(
    `${name}-${chart.name}`,
    {
      // The name that the agent's own command line looks for.
      name: chart.name,
      namespace: chart.namespace,
      chart: chart.name,
      repositoryOpts: { repo: chart.repository },
      version,
      values,
      // EKS takes nodes only once there is an agent, so at this time there may be none to wait for. The pinned chart does
      // nothing in hooks, which would be waited for all the same.
      skipAwait: true,
      // Would wait, and remove the agent from under running pods where an upgrade fails.
      atomic: false,
    },
    // The rendered manifest holds the CA's key.
    { parent, dependsOn, additionalSecretOutputs: ["manifest"] },
  );
}
